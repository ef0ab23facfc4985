package dev.crawler.cli.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.crawler.cli.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProcessEndTest {
  @Test
  void unlessItIsWantedNothingEnds() {
    assertThatCode(() -> ProcessEnd.atOnce(1)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"now", "rehearsed", ""})
  void theExitCodeAndTheLastLineArriveHoweverItEnds(String wanted) throws Exception {
    var process = start("-Dcrawler.exit=" + wanted, "crawl", "--nope");

    var told = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(told).startsWith("crawler: unknown option --nope").endsWith("\n");
    assertThat(process.waitFor()).isEqualTo(ExitCode.USAGE.number());
  }

  private static Process start(String property, String... arguments) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            property,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName());
    builder.command().addAll(List.of(arguments));
    return builder.start();
  }
}
