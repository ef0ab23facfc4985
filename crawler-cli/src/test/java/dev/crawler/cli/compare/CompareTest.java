package dev.crawler.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.Interruptible;
import dev.crawler.cli.compare.CompareProcess.Result;
import dev.crawler.cli.compare.outside.OutsideEngine;
import dev.crawler.cli.compare.outside.UnsoundEngine;
import dev.crawler.core.engine.CrawlEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The command from outside: processes, pipes and all.
@Timeout(180)
final class CompareTest {
  @TempDir private Path folder;

  @Tag("spec:Q1")
  @Tag("spec:Q4")
  @Tag("spec:E13")
  @Test
  void anEngineThatNobodyShipsIsComparedByBeingOnTheClassPath() throws Exception {
    var json = folder.resolve("result.json");

    var result = compare(OutsideEngine.class, "serial,outside", "--json", json.toString());

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .startsWith("The work was equal in 2 crawls")
        .contains("pages/s", "What cannot be concluded");
    assertThat(result.out().lines().filter(line -> line.strip().startsWith("outside"))).hasSize(4);
    assertThat(Files.readString(json))
        .contains(
            "\"holds\":true", "\"engine\":\"outside\"", "\"pages_per_second\"", "\"samples\"");
    assertNothingIsLeft();
  }

  @Tag("spec:Q1")
  @Tag("spec:Q2")
  @Test
  void enginesThatLoseRecordsOrAreRudeAreFoundOutAndThereIsNoFigure() throws Exception {
    List<Class<? extends CrawlEngine>> engines =
        List.of(UnsoundEngine.Forgetful.class, UnsoundEngine.Rude.class);
    var json = folder.resolve("result.json");

    var result =
        compare(
            engines,
            "serial,forgetful,rude",
            "--json",
            json.toString(),
            "--hosts",
            "1",
            "--pages",
            "4",
            "--delay",
            "500ms");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("did not do the same work");
    assertThat(result.out().replaceAll("\\s+", " "))
        .startsWith("The work was NOT equal")
        .containsPattern("forgetful differs from serial at http://\\S+: no record")
        .containsPattern("politeness, round 1: rude: only \\S+ after the last")
        .doesNotContain("pages/s");
    assertThat(Files.readString(json))
        .contains("\"holds\":false", "\"figures\":[]", "\"check\":\"records\"")
        .doesNotContain("pages_per_second");
    assertNothingIsLeft();
  }

  @Tag("spec:Q3")
  @Test
  void enginesThatDieOrHangAreNamedWithTheReason() throws Exception {
    List<Class<? extends CrawlEngine>> engines =
        List.of(UnsoundEngine.Dying.class, UnsoundEngine.Hanging.class);

    var result = compare(engines, "dying,hanging", "--patience", "10s");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out().replaceAll("\\s+", " "))
        .contains("dying did not end its crawl: exit code 3: cannot go on")
        .contains("hanging did not end its crawl: nothing was done for 10 s")
        .doesNotContain("pages/s");
    assertNothingIsLeft();
  }

  @Tag("spec:Q5")
  @Test
  void whenItIsInterruptedItsProcessesEndAndThereIsNoResult() throws Exception {
    Interruptible.assume();
    var process =
        new CompareProcess(folder, List.of())
            .start("compare", "--engines", "serial", "--delay", "1s", "--rounds", "1");
    var children = awaitChildren(process);

    signal("INT", process);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(children).hasSize(2).noneMatch(ProcessHandle::isAlive);
    assertThat(Files.readString(folder.resolve("out"))).isEmpty();
    assertNothingIsLeft();
  }

  @Tag("spec:Q5")
  @Test
  void whenItIsKilledItsProcessesEnd() throws Exception {
    var process =
        new CompareProcess(folder, List.of())
            .start("compare", "--engines", "serial", "--delay", "1s", "--rounds", "1");
    var children = awaitChildren(process);

    process.destroyForcibly();

    for (var child : children) {
      assertThat(child.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
    }
  }

  /// The site and an engine.
  private static List<ProcessHandle> awaitChildren(Process process) {
    var children = process.children().toList();
    while (process.isAlive() && children.size() < 2) {
      LockSupport.parkNanos(20_000_000);
      children = process.children().toList();
    }
    return children;
  }

  private static void signal(String name, Process process) throws Exception {
    var kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  private Result compare(Class<? extends CrawlEngine> engine, String engines, String... more)
      throws Exception {
    return compare(List.of(engine), engines, more);
  }

  private Result compare(List<Class<? extends CrawlEngine>> found, String engines, String... more)
      throws Exception {
    var arguments =
        Stream.of(List.of("compare", "--engines", engines), CompareProcess.SMALL, List.of(more))
            .flatMap(List::stream)
            .toArray(String[]::new);
    return new CompareProcess(folder, found).run(arguments);
  }

  private void assertNothingIsLeft() throws Exception {
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.startsWith("crawler-compare-"));
    }
  }
}
