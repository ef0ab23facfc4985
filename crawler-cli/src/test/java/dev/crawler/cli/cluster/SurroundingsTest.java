package dev.crawler.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
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

/// A cluster finds the machine as it is: ports taken, others of its kind about, classes missing.
@EnabledOnOs(OS.LINUX)
@Timeout(300)
@EnabledIfSystemProperty(
    named = "crawler.soak",
    matches = "true",
    disabledReason = "takes minutes: with -Psoak")
final class SurroundingsTest {
  /// Hazelcast's, which every other user of it has too.
  private static final int USUAL_PORT = 5701;

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @BeforeAll
  static void engineIsThere() {
    Processes.assume();
  }

  private Trial trial(long seed) throws IOException, InterruptedException {
    return Trial.of(Sites.varied(seed, Sites.LEVELLED), Sites.LEVELLED, folder);
  }

  @Tag("fault:D20")
  @Test
  void theUsualPortIsTaken() throws Exception {
    try (var taken = new ServerSocket();
        var trial = trial(9);
        var run = trial.fresh()) {
      takeUsualPort(taken);
      run.beginGrid(2);

      var ending = run.end();

      trial.assertFlawless(run, ending, 0);
    }
  }

  @Tag("spec:G11")
  @Tag("fault:D20")
  @Test
  void twoCrawlsAtOnceKnowNothingOfEachOther() throws Exception {
    try (var trial = trial(10);
        var otherTrial = trial(11);
        var run = trial.fresh();
        var otherRun = otherTrial.fresh()) {
      run.beginGrid(2);
      otherRun.beginGrid(2);

      var ending = run.end();
      var otherEnding = otherRun.end();

      trial.assertFlawless(run, ending, 0);
      otherTrial.assertFlawless(otherRun, otherEnding, 0);
    }
  }

  @Tag("spec:G11")
  @Tag("fault:D20")
  @Test
  void aForeignClusterIsLeftAlone() throws Exception {
    try (var trial = trial(12);
        var foreign = trial.fresh();
        var run = trial.fresh()) {
      foreign.join();
      foreign.awaitMembers();
      run.beginGrid(2);

      var ending = run.end();

      trial.assertFlawless(run, ending, 0);
      assertThat(foreign.workers()).hasSize(1);
    }
  }

  @Tag("spec:G11")
  @Tag("fault:D19")
  @Test
  void aClusterOfAnotherNameIsRefusedInOneLine() throws Exception {
    try (var trial = trial(13);
        var run = trial.fresh()) {
      run.join();
      run.awaitMembers();

      var command = run.beginClient("another-" + run.clusterName());

      assertThat(command.exitCode(SOON)).as(run::story).hasValue(1);
      assertThat(command.said()).as(run::story).hasSize(1).first().asString().contains("cluster");
      assertThat(trial.site().asked()).isZero();
    }
  }

  @Test
  void whereNoClusterIsTheCommandSaysSoInOneLine() throws Exception {
    try (var silent = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
        var trial = trial(13);
        var run = trial.fresh()) {
      var command =
          run.begin(
              "--engine",
              "processes",
              "--topology",
              "client",
              "--cluster",
              "127.0.0.1:" + silent.getLocalPort(),
              "--cluster-name",
              "none");

      assertThat(command.exitCode(SOON)).as(run::story).hasValue(1);
      assertThat(command.said()).as(run::story).hasSize(1);
    }
  }

  @Tag("spec:G10")
  @Tag("fault:D22")
  @Test
  void workersThatCannotStartAreGivenUpAndReported() throws Exception {
    try (var trial = trial(14);
        var run = trial.fresh()) {
      var command = run.begin(BrokenWorkers.class, "--engine", "processes", "--workers", "2");

      assertThat(command.exitCode(SOON)).as(run::story).hasValue(1);
      assertThat(command.said()).anyMatch(line -> line.startsWith("crawler: "));
      assertThat(command.said()).noneMatch(line -> line.startsWith("\tat "));
      assertThat(run.orphans(SOON)).as(run::story).isEmpty();
      assertThat(trial.site().asked()).isZero();
    }
  }

  /// If it is taken by somebody else already, so much the better.
  private static void takeUsualPort(ServerSocket socket) throws IOException {
    try {
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), USUAL_PORT));
    } catch (BindException _) {
      assertThat(Proc.isListening(USUAL_PORT)).isTrue();
    }
  }
}
