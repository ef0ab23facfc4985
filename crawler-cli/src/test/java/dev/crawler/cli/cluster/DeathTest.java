package dev.crawler.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.Main;
import dev.crawler.cli.cluster.KeptDeath.Kind;
import dev.crawler.cli.cluster.KeptDeath.Moment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// All processes of a crawl with `--state` die by `kill -9`, at any point and with any engine; it
/// goes on with `--resume`, and nothing of it is lost, doubled, torn or fetched in vain.
@EnabledOnOs(OS.LINUX)
@Timeout(120)
final class DeathTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private static Path folder;

  private static final Map<Kind, Undisturbed> CRAWLS = new EnumMap<>(Kind.class);

  /// What a crawl is when nothing happens.
  ///
  /// @param options besides those of its terms
  private record Undisturbed(Trial trial, List<String> options, AutoCloseable sitemaps) {}

  private static Undisturbed crawl(Kind kind) throws Exception {
    var known = CRAWLS.get(kind);
    if (known != null) {
      return known;
    }
    var terms = kind == Kind.LEVELS ? Sites.SWIFT_LEVELS : Sites.SWIFT_STREAM;
    var site = ServedSite.start(Sites.small(1, terms));
    var sitemaps = kind == Kind.SITEMAPS ? SitemapHost.beside(site) : null;
    var options = sitemaps == null ? List.<String>of() : sitemaps.options();
    var trial = Trial.of(site, terms, folder, options);
    AutoCloseable closing = sitemaps == null ? () -> {} : sitemaps;
    CRAWLS.put(kind, new Undisturbed(trial, options, closing));
    return crawl(kind);
  }

  @AfterAll
  static void close() throws Exception {
    for (var crawl : CRAWLS.values()) {
      crawl.trial().close();
      crawl.sitemaps().close();
    }
  }

  private static Stream<KeptDeath> points() {
    return KeptDeath.sweep(EveryEngine.found());
  }

  @Tag("spec:J1")
  @Tag("spec:J2")
  @Tag("spec:J5")
  @Tag("promise:P7")
  @ParameterizedTest(name = "{0}")
  @MethodSource("points")
  void atAnyPointItEndsAsIfUndisturbed(KeptDeath death) throws Exception {
    var crawl = crawl(death.kind());
    var trial = crawl.trial();
    try (var run = trial.fresh()) {
      var life = new KeptLife(run, death, crawl.options());
      life.die(trial);
      if (death.comesTwice()) {
        life.dieAgain(trial);
      }
      life.goOn(trial);

      var ending = run.end();

      assertThat(trial.complaints(run, ending, death.inFlight(trial.terms())))
          .as(() -> death + "\n" + run.story())
          .isEmpty();
      assertThat(linesOf(run.output())).as(run::story).isEqualTo(ending.records().size());
      assertNothingLeft(run, trial, life);
    }
  }

  private static long linesOf(Path output) throws IOException {
    var text = Files.readString(output);
    assertThat(text).endsWith("}\n");
    return text.lines().count();
  }

  /// In this process, which is quicker.
  private static void assertNothingLeft(ClusterRun run, Trial trial, KeptLife life)
      throws IOException {
    int asked = trial.site().asked();
    var output = Files.readAllBytes(run.output());
    var said = new ByteArrayOutputStream();

    int code =
        Main.run(
            life.command().toArray(String[]::new),
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintStream(said, true, UTF_8));

    assertThat(code).as(said.toString(UTF_8)).isZero();
    assertThat(trial.site().asked()).isEqualTo(asked);
    assertThat(Files.readAllBytes(run.output())).isEqualTo(output);
  }

  /// One crawl in its lives. *Confined to the test's thread.*
  private record KeptLife(ClusterRun run, KeptDeath death, List<String> options) {
    private static final int KILLED = 137;

    void die(Trial trial) throws Exception {
      switch (death.moment()) {
        case REQUEST, LAST -> dieAtRequest(trial, death.atRequest(trial.requests()));
        case START -> {
          begin();
          killAfter(death.after());
          requireDeath();
        }
        case INPUT -> dieReading(trial);
      }
    }

    /// On the way to the first request, or a third of what was left later.
    void dieAgain(Trial trial) throws Exception {
      int left = trial.requests() - trial.site().asked();
      if (death.number() % 8 == 6) {
        begin();
        killAfter(Duration.ofMillis(100 + 5 * death.number()));
        assertThat(run.end().code()).as(run::story).isIn(0, KILLED);
      } else if (left > 3) {
        dieAtRequest(trial, trial.site().asked() + 1 + left / 3);
      }
    }

    private void dieAtRequest(Trial trial, int request) throws Exception {
      trial.site().atRequest(request, _ -> killAfter(death.after()));
      begin();
      requireDeath();
    }

    /// The list comes through a pipe, and half of it has come.
    private void dieReading(Trial trial) throws Exception {
      var process = begin().process();
      var half = trial.site().seedUrls().getFirst() + "\n";
      process.getOutputStream().write(half.getBytes(UTF_8));
      process.getOutputStream().flush();
      Await.until(() -> Files.exists(run.state().resolve("journal")), PATIENCE);
      killAfter(Duration.ofMillis(death.after().toMillis() % 100));
      requireDeath();
    }

    private void killAfter(Duration time) {
      if (time.isZero()) {
        run.killAll();
      } else {
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
            .execute(run::killAll);
      }
    }

    /// One that comes soon after the last request may find nobody alive.
    private void requireDeath() throws Exception {
      var code = run.end().code();
      assertThat(code).as(run::story).isIn(KILLED, death.moment() == Moment.LAST ? 0 : KILLED);
      assertThat(run.orphans(Duration.ofSeconds(10))).as(run::story).isEmpty();
    }

    void goOn(Trial trial) throws Exception {
      var process = begin().process();
      if (death.moment() == Moment.INPUT) {
        try (var seeds = process.getOutputStream()) {
          seeds.write(String.join("\n", trial.site().seedUrls()).getBytes(UTF_8));
        }
      }
    }

    private CrawlerProcess begin() throws IOException {
      return new KeptRun(run, death.engine(), further()).begin();
    }

    private List<String> further() {
      var further = new ArrayList<>(options);
      if (death.engine().equals("processes")) {
        further.addAll(List.of("--workers", "2"));
      }
      if (death.moment() == Moment.INPUT) {
        further.addAll(List.of("--input", "-"));
      }
      return further;
    }

    /// The command line by which it goes on once more.
    List<String> command() {
      return new KeptRun(run, death.engine(), further()).command();
    }
  }
}
