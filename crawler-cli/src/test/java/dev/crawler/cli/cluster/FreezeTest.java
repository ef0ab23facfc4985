package dev.crawler.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A worker stands still for longer than the others wait for it, and goes on.
@EnabledOnOs(OS.LINUX)
@Timeout(300)
@EnabledIfSystemProperty(
    named = "crawler.soak",
    matches = "true",
    disabledReason = "takes minutes: with -Psoak")
final class FreezeTest {
  private static final Duration LONG = Duration.ofSeconds(8);
  private static final Duration SOON = Duration.ofSeconds(15);

  @TempDir private Path folder;

  @BeforeAll
  static void engineIsThere() {
    Processes.assume();
  }

  /// In a grid its coordinator may end it; in a cluster nobody but itself can.
  @Tag("spec:G4")
  @Tag("spec:G5")
  @Tag("fault:D12")
  @Tag("promise:P6")
  @ParameterizedTest
  @ValueSource(strings = {"grid", "client"})
  void aWorkerThatWakesUpTooLateEndsItself(String topology) throws Exception {
    try (var trial = Trial.of(Sites.lasting(6), Sites.UNHURRIED, folder);
        var run = trial.fresh()) {
      var freezing = Freeze.of(trial.site(), trial.requests() / 5, LONG);
      begin(run, topology);

      var frozen = freezing.get(90, TimeUnit.SECONDS);
      run.countAsDead(frozen.worker(), frozen.wokenNanos());

      Await.that("it is gone", () -> !Proc.runs(frozen.worker()), SOON, run::story);
      assertThat(frozen.complaints(trial.site())).as(run::story).isEmpty();
      trial.assertFlawless(run, run.end(), trial.inFlight(1));
      assertThat(frozen.complaints(trial.site())).as(run::story).isEmpty();
    }
  }

  private static void begin(ClusterRun run, String topology) throws Exception {
    if (topology.equals("grid")) {
      run.beginGrid(3);
    } else {
      run.join();
      run.join();
      run.join();
      run.awaitMembers();
      run.beginClient();
    }
  }
}
