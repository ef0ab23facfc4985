package dev.crawler.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Command and workers die all at once by `kill -9`; a crawl with `--state` goes on.
@EnabledOnOs(OS.LINUX)
@Timeout(300)
final class KeptTest {
  private static final int WORKERS = 2;
  private static final int SOAK = 20;

  @TempDir private Path folder;

  @BeforeAll
  static void engineIsThere() {
    Processes.assume();
  }

  private static LongStream points() {
    var replayed = Long.getLong("crawler.seed");
    if (replayed != null) {
      return LongStream.of(replayed);
    }
    return LongStream.range(0, Boolean.getBoolean("crawler.soak") ? SOAK : 1);
  }

  @Tag("spec:J1")
  @Tag("spec:J2")
  @Tag("spec:J5")
  @ParameterizedTest(name = "-Dcrawler.seed={0}")
  @MethodSource("points")
  void afterTheDeathOfAllItEndsAsIfUndisturbed(long number) throws Exception {
    var terms = number % 2 == 0 ? Sites.LEVELLED : Sites.STREAMING;
    try (var trial = Trial.of(Sites.varied(number + 1, terms), terms, folder);
        var run = trial.fresh()) {
      var kill = Kill.point(number, trial.requests());
      trial
          .site()
          .atRequest(
              kill.atRequest(),
              _ ->
                  CompletableFuture.delayedExecutor(kill.after().toMillis(), TimeUnit.MILLISECONDS)
                      .execute(run::killAll));
      KeptRun.inGrid(run, WORKERS).begin();
      assertThat(run.end().code()).as(run::story).isEqualTo(137);
      assertThat(run.orphans(Duration.ofSeconds(10))).as(run::story).isEmpty();
      KeptRun.inGrid(run, WORKERS).begin();

      var ending = run.end();

      assertThat(trial.complaints(run, ending, trial.inFlight(1)))
          .as(() -> kill + "\n" + run.story())
          .isEmpty();
      int asked = trial.site().asked();
      KeptRun.inGrid(run, WORKERS).begin();
      assertThat(run.end().code()).as(run::story).isZero();
      assertThat(trial.site().asked()).isEqualTo(asked);
    }
  }
}
