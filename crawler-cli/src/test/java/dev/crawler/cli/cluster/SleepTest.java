package dev.crawler.cli.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// All processes of a crawl stand still for a while and go on together, as on a machine that slept.
@EnabledOnOs(OS.LINUX)
@Timeout(300)
final class SleepTest {
  /// Longer than anybody waits for anybody, with `-Psoak`.
  private static final Duration SLEEP =
      Duration.ofSeconds(Boolean.getBoolean("crawler.soak") ? 40 : 2);

  @TempDir private static Path folder;

  private static Trial trial;

  @BeforeAll
  static void crawl() throws IOException, InterruptedException {
    trial = Trial.of(Sites.small(3, Sites.SWIFT_LEVELS), Sites.SWIFT_LEVELS, folder);
  }

  @AfterAll
  static void close() {
    trial.close();
  }

  private static Stream<String> engines() {
    return EveryEngine.orBut("vertx");
  }

  @Tag("fault:D24")
  @ParameterizedTest
  @MethodSource("engines")
  void theCrawlGoesOnWithMannersAndLosesNothing(String engine) throws Exception {
    try (var run = trial.fresh()) {
      trial.site().atRequest(trial.requests() / 2, _ -> sleep(run));
      run.begin(EveryEngine.options(engine));

      trial.assertFlawless(run, run.end(), trial.inFlight(1));
    }
  }

  private static void sleep(ClusterRun run) {
    var all = new ArrayList<>(run.workers());
    all.add(run.coordinator().handle());
    all.forEach(Signal.STOP::to);
    CompletableFuture.delayedExecutor(SLEEP.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> all.forEach(Signal.CONT::to));
  }
}
