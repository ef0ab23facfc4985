package dev.crawler.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DemoTest {
  private static DemoRound round(String engine, String... lines) {
    return new DemoRound(engine, Duration.ofSeconds(2), Duration.ofMillis(300), 40, List.of(lines));
  }

  /// Without [CannedEngine], which finds something else than the others.
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void everyEngineFindsTheSame() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java, "-XX:+UseSerialGC", "-cp", classPath(), Main.class.getName(), "demo")
            .redirectErrorStream(true)
            .start();

    var said = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said.lines().filter(line -> line.matches("(serial|threads|virtual) .* yes")))
        .hasSize(3);
    assertThat(said).contains("byte-identical").doesNotContain("canned");
  }

  @Test
  void equalRoundsDoNotDiffer() {
    var difference = round("serial", "a", "b").difference(round("virtual", "a", "b"));

    assertThat(difference).isEmpty();
  }

  @Test
  void theFirstLineThatDiffersIsShown() {
    var difference = round("serial", "a", "b", "d").difference(round("virtual", "a", "c", "e"));

    assertThat(difference).contains("serial and virtual differ, first at b against c");
  }

  @Test
  void aMissingRecordIsADifferenceOnEitherSide() {
    var whole = round("serial", "a", "b");
    var part = round("virtual", "a");

    assertThat(whole.difference(part))
        .contains("serial and virtual differ, first at b against nothing");
    assertThat(part.difference(whole))
        .contains("virtual and serial differ, first at nothing against b");
  }

  @Test
  void theRowShowsRatesPerPage() {
    var row = round("serial", "a", "b", "c", "d").row();

    assertThat(row).isEqualTo("serial            4     2.00         2        75.00         40");
  }
}
