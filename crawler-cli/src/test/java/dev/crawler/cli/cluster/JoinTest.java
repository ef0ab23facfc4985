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

/// A crawl submitted to a running cluster, and a worker that comes while it is under way.
@EnabledOnOs(OS.LINUX)
@Timeout(300)
final class JoinTest {
  /// From the start of its JVM.
  private static final Duration SOON = Duration.ofSeconds(15);

  @TempDir private Path folder;

  @BeforeAll
  static void engineIsThere() {
    Processes.assume();
  }

  @Tag("spec:G1")
  @Test
  void aClusterCrawlsForItsClient() throws Exception {
    try (var trial = Trial.of(Sites.varied(4, Sites.LEVELLED), Sites.LEVELLED, folder);
        var run = trial.fresh()) {
      run.join();
      run.join();
      run.awaitMembers();
      run.beginClient();

      var ending = run.end();

      trial.assertFlawless(run, ending, 0);
      assertThat(run.workers()).as("the cluster stays").hasSize(2);
    }
  }

  @EnabledIfSystemProperty(
      named = "crawler.soak",
      matches = "true",
      disabledReason = "takes minutes: with -Psoak")
  @Tag("spec:G9")
  @Tag("fault:D18")
  @Tag("promise:P19")
  @Test
  void aWorkerThatComesInTheMiddleGetsItsShare() throws Exception {
    try (var trial = Trial.of(Sites.lasting(5), Sites.UNHURRIED, folder);
        var run = trial.fresh()) {
      run.join();
      run.join();
      run.awaitMembers();
      run.beginClient();
      Await.that(
          "the crawl is under way",
          () -> trial.site().asked() > trial.requests() / 10,
          Duration.ofSeconds(60),
          run::story);

      long late = run.join().handle().pid();

      Await.that(
          "the late worker asks",
          () -> trial.site().requests().stream().anyMatch(asked -> asked.process() == late),
          SOON,
          run::story);
      trial.assertFlawless(run, run.end(), 0);
    }
  }
}
