package dev.crawler.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.Main;
import dev.crawler.cli.cluster.CrawlTerms.Order;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
import org.junit.jupiter.params.provider.EnumSource;

/// A kept crawl that is told to end, and one that is in use.
@EnabledOnOs(OS.LINUX)
@Timeout(120)
final class KeptStopTest {
  private static final int TIME_LIMIT = 4;

  @TempDir private static Path folder;

  private static Trial trial;

  @BeforeAll
  static void crawl() throws IOException, InterruptedException {
    trial = Trial.of(Sites.small(2, Sites.SWIFT_LEVELS), Sites.SWIFT_LEVELS, folder);
  }

  @AfterAll
  static void close() {
    trial.close();
  }

  /// Who is told to end.
  enum Told {
    /// The command, as by `kill`.
    COMMAND,
    /// Its workers as well, as when a service is stopped.
    ALL
  }

  @Tag("spec:J1")
  @Tag("spec:J2")
  @Tag("promise:P8")
  @Test
  void afterASignalItGoesOnAndFetchesNothingAgain() throws Exception {
    try (var run = trial.fresh()) {
      trial.site().atRequest(trial.requests() / 2, _ -> Signal.TERM.to(run.coordinator().handle()));
      new KeptRun(run, "callbacks", List.of()).begin();
      var stopped = run.end();
      assertThat(stopped.code()).as(run::story).isEqualTo(143);
      assertThat(stopped.records().size()).isBetween(1, trial.right().size() - 1);
      countAsOwner(run);
      new KeptRun(run, "vertx", List.of()).begin();

      var ending = run.end();

      trial.assertFlawless(run, ending, 0);
    }
  }

  @Tag("spec:J1")
  @Tag("spec:J5")
  @Tag("promise:P8")
  @EnabledIfSystemProperty(
      named = "crawler.soak",
      matches = "true",
      disabledReason = "the engine's own tests stop it; this takes a minute and a half")
  @ParameterizedTest
  @EnumSource
  void soDoManyProcesses(Told told) throws Exception {
    Processes.assume();
    try (var run = trial.fresh()) {
      trial
          .site()
          .atRequest(
              trial.requests() / 2,
              _ -> {
                if (told == Told.ALL) {
                  run.workers().forEach(Signal.TERM::to);
                }
                Signal.TERM.to(run.coordinator().handle());
              });
      KeptRun.inGrid(run, 2).begin();
      var stopped = run.end();
      assertThat(stopped.code()).as(run::story).isEqualTo(143);
      assertThat(stopped.said()).noneMatch(line -> line.contains("Exception"));
      assertThat(run.orphans(Duration.ofSeconds(10))).as(run::story).isEmpty();
      countAsOwner(run);
      KeptRun.inGrid(run, 2).begin();

      var ending = run.end();

      trial.assertFlawless(run, ending, told == Told.ALL ? trial.inFlight(1) : 0);
      assertThat(leftBeside(run.output())).isEmpty();
    }
  }

  @Tag("spec:J1")
  @Tag("spec:J2")
  @Test
  void afterItsTimeItGoesOnAndFetchesNothingAgain() throws Exception {
    var slow = new CrawlTerms(Order.LEVELS, 12, Duration.ofMillis(300));
    try (var lasting = Trial.of(Sites.small(2, slow), slow, folder);
        var run = lasting.fresh()) {
      new KeptRun(run, "threads", List.of("--max-duration", "2s")).begin();
      var stopped = run.end();
      assertThat(stopped.code()).as(run::story).isEqualTo(TIME_LIMIT);
      assertThat(stopped.records().size()).isBetween(1, lasting.right().size() - 1);
      countAsOwner(run);
      new KeptRun(run, "virtual", List.of("--max-duration", "10m")).begin();

      var ending = run.end();

      lasting.assertFlawless(run, ending, 0);
    }
  }

  /// Each life asks for robots.txt once.
  private static void countAsOwner(ClusterRun run) {
    run.countAsDead(run.coordinator().handle(), System.nanoTime());
  }

  private static List<Path> leftBeside(Path output) throws IOException {
    try (var files = Files.list(output.getParent())) {
      return files.filter(file -> file.toString().endsWith(".part")).toList();
    }
  }

  @Tag("spec:J9")
  @Test
  void aStateInUseIsRefused() throws Exception {
    var refused = new CompletableFuture<String>();
    try (var run = trial.fresh()) {
      trial.site().atRequest(trial.requests() / 2, _ -> refused.complete(resume(run)));
      new KeptRun(run, "virtual", List.of()).begin();

      var ending = run.end();

      assertThat(refused.join())
          .isEqualTo("5 crawler: another crawl is running in %s%n".formatted(run.state()));
      trial.assertFlawless(run, ending, 0);
    }
  }

  /// In this process: exit code and complaint.
  private static String resume(ClusterRun run) {
    var said = new ByteArrayOutputStream();
    int code =
        Main.run(
            new KeptRun(run, "virtual", List.of()).command().toArray(String[]::new),
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintStream(said, true, UTF_8));
    return code + " " + said.toString(UTF_8);
  }
}
