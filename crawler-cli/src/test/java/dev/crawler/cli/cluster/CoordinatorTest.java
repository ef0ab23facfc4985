package dev.crawler.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The command itself dies by `kill -9`.
@EnabledOnOs(OS.LINUX)
@Timeout(300)
final class CoordinatorTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir private Path folder;

  @BeforeAll
  static void engineIsThere() {
    Processes.assume();
  }

  @Tag("spec:G8")
  @Tag("fault:D2")
  @Tag("fault:D23")
  @Tag("promise:P4")
  @Test
  void inAGridItsWorkersEndWithIt() throws Exception {
    try (var trial = Trial.of(Sites.lasting(7), Sites.UNHURRIED, folder);
        var run = trial.fresh()) {
      killAfterAWhile(trial, run);
      run.beginGrid(3);

      var ending = run.end();

      assertThat(ending.code()).isEqualTo(137);
      assertThat(run.orphans(SOON)).as(run::story).isEmpty();
      assertThat(trial.rudeness(run, 0)).as(run::story).isEmpty();
    }
  }

  @EnabledIfSystemProperty(
      named = "crawler.soak",
      matches = "true",
      disabledReason = "takes minutes: with -Psoak")
  @Tag("spec:G8")
  @Tag("fault:D2")
  @Tag("promise:P4")
  @Test
  void inAClusterTheSameCommandAttachesAndFinishes() throws Exception {
    try (var trial = Trial.of(Sites.lasting(8), Sites.UNHURRIED, folder);
        var run = trial.fresh()) {
      run.join();
      run.join();
      run.awaitMembers();
      var before = run.workers();
      killAfterAWhile(trial, run);
      run.beginClient();
      assertThat(run.end().code()).isEqualTo(137);
      run.beginClient();

      var ending = run.end();

      trial.assertFlawless(run, ending, trial.inFlight(2));
      assertThat(run.workers()).isEqualTo(before);
      assertThat(trial.site().asked())
          .as("nothing begins anew")
          .isLessThan(trial.requests() + trial.inFlight(2) + 50);
    }
  }

  private static void killAfterAWhile(Trial trial, ClusterRun run) {
    trial.site().atRequest(trial.requests() / 3, _ -> run.kill(run.coordinator().handle()));
  }
}
