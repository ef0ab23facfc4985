package dev.crawler.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.cluster.CrawlTerms.Order;
import dev.crawler.cli.cluster.ServedSite.Asked;
import dev.crawler.tck.server.RequestLog.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What judges the crawls by several processes can tell, shown on an engine that has but one.
@EnabledOnOs(OS.LINUX)
@Timeout(120)
final class HarnessTest {
  @TempDir private static Path folder;

  private static Trial trial;

  @BeforeAll
  static void crawl() throws IOException, InterruptedException {
    trial = Trial.of(Sites.varied(1, Sites.STREAMING), Sites.STREAMING, folder);
  }

  @AfterAll
  static void close() {
    trial.close();
  }

  @Test
  void aGoodCrawlIsFlawlessAndEachRequestHasItsProcess() throws Exception {
    try (var trial = Trial.of(Sites.varied(1, Sites.LEVELLED), Sites.LEVELLED, folder);
        var run = trial.fresh()) {
      var command = run.begin("--engine", "virtual");

      var ending = run.end();

      trial.assertFlawless(run, ending, 0);
      assertThat(trial.site().requests())
          .hasSizeGreaterThan(100)
          .allMatch(asked -> asked.process() == command.handle().pid());
    }
  }

  @Test
  void aCrawlThatDiesHasLostAllAndIsToldSo() throws Exception {
    try (var run = trial.fresh()) {
      trial.site().atRequest(50, _ -> run.kill(run.coordinator().handle()));
      run.begin("--engine", "virtual");

      var ending = run.end();

      assertThat(ending.code()).isEqualTo(137);
      assertThat(trial.site().asked()).isBetween(50, 62);
      assertThat(trial.complaints(run, ending, 12))
          .hasSize(trial.right().size() + 1)
          .contains("exit code 137")
          .anyMatch(complaint -> complaint.startsWith("lost: "));
    }
  }

  @Test
  void whatIsAskedForTwiceIsCounted() throws Exception {
    try (var run = trial.fresh()) {
      run.begin("--engine", "virtual");
      run.end();
      run.begin("--engine", "virtual");

      var ending = run.end();

      assertThat(trial.complaints(run, ending, 12))
          .anyMatch(complaint -> complaint.matches("\\d+ pages asked for again, 12 may be.*"))
          .anyMatch(complaint -> complaint.matches("asked 2 times: .*/robots.txt"))
          .noneMatch(complaint -> complaint.startsWith("lost: "));
    }
  }

  @Test
  void aHurriedCrawlIsRude() throws Exception {
    var hurried = new CrawlTerms(Order.STREAM, 12, Duration.ofMillis(5));
    trial.site().forget();
    try (var run = ClusterRun.of(trial.site(), hurried, Files.createTempDirectory(folder, "run"))) {
      run.begin("--engine", "virtual", "--per-host", "2");

      var ending = run.end();

      assertThat(trial.complaints(run, ending, 0))
          .anyMatch(complaint -> complaint.startsWith("2 at once: "))
          .anyMatch(complaint -> complaint.contains(" after the last: "))
          .noneMatch(complaint -> complaint.contains("lost"));
    }
  }

  @Test
  void aRequestEndsWithTheProcessThatMadeIt() throws Exception {
    try (var run = trial.fresh()) {
      var process = run.begin("--engine", "virtual").handle().pid();
      run.end();
      var held = trial.site().requests().stream().map(HarnessTest::neverEnding).toList();
      var plan = Sites.STREAMING.plan(trial.site().seedUrls());

      var alive = new CrawlJudge(trial.site().site(), plan, Map.of(), 0);
      var dead = new CrawlJudge(trial.site().site(), plan, Map.of(process, Long.MIN_VALUE), 0);

      assertThat(alive.complaints(held)).anyMatch(line -> line.contains(" at once: "));
      assertThat(dead.complaints(held)).noneMatch(line -> line.contains(" at once: "));
    }
  }

  @Test
  void aFrozenProcessThatGoesOnIsToldOf() throws Exception {
    try (var run = trial.fresh()) {
      var freezing = Freeze.of(trial.site(), 60, Duration.ofMillis(500));
      run.begin("--engine", "virtual");

      var ending = run.end();

      var frozen = freezing.get(10, TimeUnit.SECONDS);
      assertThat(frozen.complaints(trial.site()))
          .anyMatch(complaint -> complaint.startsWith("asked after it woke up: "));
      assertThat(frozen.written().keySet()).anyMatch(file -> file.endsWith("crawl-1.err"));
      trial.assertFlawless(run, ending, 0);
    }
  }

  @Test
  void aProcessWithoutItsParentIsFoundAndEnded() throws Exception {
    List<ProcessHandle> left;
    try (var run = trial.fresh()) {
      run.begin(Forsaking.class, "--engine", "virtual");
      run.end();

      left = run.orphans(Duration.ZERO);

      assertThat(left).hasSize(1).allMatch(Proc::runs);
    }
    assertThat(left).noneMatch(Proc::runs);
  }

  @Test
  void lossesDoublesAndInventionsAreNamed() {
    var right = Records.of(Stream.of(line("a", 1), line("b", 1)), true);
    var wrong = Records.of(Stream.of(line("b", 2), line("b", 2), line("c", 1)), true);

    var complaints = wrong.complaints(right);

    assertThat(complaints.stream().map(complaint -> complaint.replaceAll("[:,].*\n?.*", "")))
        .containsExactly("lost", "doubled", "differs", "made up");
    assertThat(right.complaints(right)).isEmpty();
  }

  @Test
  void whatDiffersFromRunToRunIsNotCompared() {
    var text = "{\"schema\":1,\"url\":\"http://a/\",\"title\":\"x\\\",\\\"worker\\\":1\"%s}";
    var one = text.formatted(",\"attempts\":1,\"address\":\"1.2.3.4\",\"worker\":\"1\"");
    var other = text.formatted(",\"attempts\":2,\"address\":null,\"worker\":null");

    var records = Records.of(Stream.of(one), true);

    assertThat(records.complaints(Records.of(Stream.of(other), true))).isEmpty();
    assertThat(records.byKey().get("http://a/")).containsExactly(text.formatted(""));
  }

  @Test
  void thePointsOfASweepLieEvenlyOverTheCrawl() {
    var points = new TreeMap<Integer, Kill>();

    for (int number = 0; number < 100; number++) {
      var kill = Kill.point(number, 1001);
      points.put(kill.atRequest(), kill);
    }

    assertThat(points).hasSize(100);
    assertThat(points.firstKey()).isBetween(1, 20);
    assertThat(points.lastKey()).isBetween(980, 1001);
    assertThat(Kill.point(0, 1001).atRequest()).isEqualTo(501);
  }

  private static String line(String path, int status) {
    return "{\"schema\":1,\"url\":\"http://h/%s\",\"status\":%d}".formatted(path, status);
  }

  private static Asked neverEnding(Asked asked) {
    var request = asked.request();
    return new Asked(
        new Request(request.place(), request.client(), request.startNanos(), Long.MAX_VALUE, true),
        asked.process());
  }
}
