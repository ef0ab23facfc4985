package dev.crawler.cli.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.Interruptible;
import dev.crawler.cli.Main;
import dev.crawler.cli.compare.CompareProcess;
import dev.crawler.cli.compare.outside.UnsoundEngine;
import dev.crawler.cli.experiments.raw.ObservationsReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The command from outside: processes, files and all.
@Timeout(300)
final class ExperimentsTest {
  @TempDir private Path folder;

  @Test
  void namesAreListedAndNothingIsRun() {
    var said = new ByteArrayOutputStream();

    int code = main(said, new ByteArrayOutputStream(), "experiments", "--list");

    assertThat(code).isZero();
    assertThat(
            said.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.substring(0, line.indexOf(' '))))
        .containsExactlyElementsOf(Experiments.all().stream().map(Experiment::name).toList());
  }

  @Test
  void anUnknownNameIsToldInOneLine() {
    var complaint = new ByteArrayOutputStream();

    int code = main(new ByteArrayOutputStream(), complaint, "experiments", "little", "larger");

    assertThat(code).isEqualTo(2);
    assertThat(complaint.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .contains("unknown experiment larger; there are little, ");
  }

  @Test
  void aRehearsalWritesRawDataChartsAndAPage() throws Exception {
    var output = folder.resolve("results");

    var result =
        new CompareProcess(folder, List.of())
            .run(
                "experiments",
                "--quick",
                "--engines",
                "virtual,callbacks",
                "-o",
                output.toString(),
                "faults");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out()).startsWith("faults: ").contains("By the site's own log");
    assertThat(result.err()).contains("faults: faulty_percent 50: virtual, callbacks");
    var seen = ObservationsReader.read(Files.readString(output.resolve("faults.json")));
    assertThat(seen.points()).hasSize(2).allMatch(point -> point.isEqual() && point.crawls() == 2);
    assertThat(seen.rows().kind("crawl").values("pages_per_second"))
        .hasSize(4)
        .allMatch(rate -> rate > 0);
    assertThat(output.resolve("faults-pace.svg")).content().contains("<polyline class=\"line e2\"");
    assertThat(output.resolve("README.md"))
        .content()
        .contains("A rehearsal", "![Pages a second by faulty pages](faults-pace.svg)");
  }

  @Tag("spec:Q14")
  @Test
  void workThatIsNotEqualHasNoFiguresAndIsTold() throws Exception {
    var output = folder.resolve("results");

    var result =
        new CompareProcess(folder, List.of(UnsoundEngine.Forgetful.class))
            .run(
                "experiments",
                "--quick",
                "--engines",
                "virtual,forgetful",
                "-o",
                output.toString(),
                "allocation");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("allocation: the work was not equal at", "no record");
    assertThat(result.out()).contains("NOT EQUAL");
    var seen = ObservationsReader.read(Files.readString(output.resolve("allocation.json")));
    assertThat(seen.unequal()).hasSize(1);
    assertThat(seen.rows().isEmpty()).isTrue();
    assertThat(output.resolve("README.md")).content().contains("**The work was not equal**");
  }

  @Tag("spec:Q14")
  @Test
  void whatIsFinishedStaysWhenItIsInterrupted() throws Exception {
    Interruptible.assume();
    var output = folder.resolve("results");
    var process =
        new CompareProcess(folder, List.of())
            .start(
                "experiments",
                "--quick",
                "--engines",
                "virtual",
                "-o",
                output.toString(),
                "allocation",
                "memory");
    while (process.isAlive() && !Files.exists(output.resolve("README.md"))) {
      LockSupport.parkNanos(20_000_000);
    }

    var kill = new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start();

    assertThat(kill.waitFor()).isZero();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(output.resolve("allocation.json")).exists();
    assertThat(output.resolve("memory.json")).doesNotExist();
    assertThat(process.children()).isEmpty();
  }

  private static int main(
      ByteArrayOutputStream said, ByteArrayOutputStream complaint, String... arguments) {
    return Main.run(
        arguments,
        InputStream.nullInputStream(),
        said,
        new PrintStream(complaint, true, StandardCharsets.UTF_8));
  }
}
