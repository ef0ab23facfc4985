package dev.crawler.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.cluster.Kill.Victim;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Workers die by `kill -9`; the crawl goes on and nothing of it is lost, doubled or rude.
@EnabledOnOs(OS.LINUX)
@Timeout(300)
final class KillTest {
  private static final int SOAK = 100;
  private static final int BUILD = 1;
  private static final int WORKERS = 3;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private static Path folder;

  private static Trial levelled;
  private static Trial streaming;

  @BeforeAll
  static void crawlWithOneProcess() throws IOException, InterruptedException {
    Processes.assume();
    levelled = Trial.of(Sites.varied(1, Sites.LEVELLED), Sites.LEVELLED, folder);
    streaming = Trial.of(Sites.varied(2, Sites.STREAMING), Sites.STREAMING, folder);
  }

  @AfterAll
  static void close() {
    if (levelled != null) {
      levelled.close();
    }
    if (streaming != null) {
      streaming.close();
    }
  }

  /// Numbers of the points that a sweep tries: one in a usual build, 100 with `-Psoak`, as many as
  /// `-Dcrawler.seeds=N` says from that of `-Dcrawler.first=N` on, or with `-Dcrawler.seed=N` the
  /// one that failed.
  private static LongStream points() {
    var replayed = Long.getLong("crawler.seed");
    if (replayed != null) {
      return LongStream.of(replayed);
    }
    int usually = Boolean.getBoolean("crawler.soak") ? SOAK : BUILD;
    long first = Long.getLong("crawler.first", 0);
    return LongStream.range(first, first + Long.getLong("crawler.seeds", usually));
  }

  @Tag("spec:G2")
  @Tag("spec:G5")
  @Tag("spec:G6")
  @Tag("fault:D1")
  @Tag("fault:D2")
  @Tag("promise:P2")
  @Tag("promise:P3")
  @Tag("promise:P5")
  @Tag("promise:P14")
  @ParameterizedTest(name = "-Dcrawler.seed={0}")
  @MethodSource("points")
  void ofOneWorkerAtAnyPoint(long number) throws Exception {
    var trial = number / 2 % 2 == 0 ? levelled : streaming;
    var kill = Kill.point(number, trial.requests());
    try (var run = trial.fresh()) {
      kill.befall(run, trial.site());
      run.beginGrid(WORKERS);

      var ending = run.end();

      assertThat(trial.complaints(run, ending, trial.inFlight(1)))
          .as(() -> kill + "\n" + run.story())
          .isEmpty();
    }
  }

  @EnabledIfSystemProperty(
      named = "crawler.soak",
      matches = "true",
      disabledReason = "takes minutes: with -Psoak")
  @Tag("spec:G2")
  @Tag("spec:G15")
  @Tag("fault:D1")
  @Tag("promise:P3")
  @Test
  void ofTwoWorkersOneAfterTheOther() throws Exception {
    try (var trial = Trial.of(Sites.lasting(3), Sites.UNHURRIED, folder);
        var run = trial.fresh()) {
      new Kill(trial.requests() / 4, Victim.ASKER, Duration.ZERO).befall(run, trial.site());
      run.beginGrid(WORKERS);
      Await.that("two copies again", () -> isPaired(run), PATIENCE, run::story);

      run.kill(run.workers().getFirst());
      var ending = run.end();

      assertThat(run.deaths()).as(run::story).hasSize(2);
      trial.assertFlawless(run, ending, trial.inFlight(2));
    }
  }

  private static boolean isPaired(ClusterRun run) {
    return run.coordinator().said().stream().anyMatch(line -> line.contains("in two copies again"));
  }

  /// More than the backups can bear: it may say so, or have all; not less, and say nothing.
  @EnabledIfSystemProperty(
      named = "crawler.soak",
      matches = "true",
      disabledReason = "takes minutes: with -Psoak")
  @Tag("spec:G3")
  @Tag("fault:D3")
  @Test
  void ofTwoWorkersAtOnceIsNeverASilentlyShortResult() throws Exception {
    try (var run = levelled.fresh()) {
      levelled
          .site()
          .atRequest(
              levelled.requests() / 2, _ -> run.workers().stream().limit(2).forEach(run::kill));
      run.beginGrid(WORKERS);

      var ending = run.end();

      assertThat(ending.code()).as(run::story).isIn(0, 1);
      if (ending.code() == 0) {
        levelled.assertFlawless(run, ending, levelled.inFlight(2));
      } else {
        assertThat(ending.said()).anyMatch(line -> line.startsWith("crawler: "));
        assertThat(ending.said()).noneMatch(line -> line.startsWith("\tat "));
        assertThat(levelled.rudeness(run, levelled.inFlight(2))).as(run::story).isEmpty();
      }
    }
  }
}
