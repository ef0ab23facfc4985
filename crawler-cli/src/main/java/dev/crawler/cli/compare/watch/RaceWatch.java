package dev.crawler.cli.compare.watch;

import com.sun.net.httpserver.HttpServer;
import dev.crawler.cli.compare.page.ComparisonPage;
import dev.crawler.cli.compare.race.Spectator;
import dev.crawler.cli.compare.result.Comparison;
import dev.crawler.cli.compare.result.EngineRun;
import dev.crawler.cli.compare.result.Sample;
import dev.crawler.cli.compare.result.Setup;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.terminal.Notice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Shows a race on a page of this machine alone, from its opening to its closing. The page has a
/// free port and a path that cannot be guessed, so neither web pages nor other users of the machine
/// find it. *Thread-safe.*
public final class RaceWatch implements Spectator, AutoCloseable {
  private static final int USUAL_BACKLOG = 0;
  private static final int ANY_PORT = 0;
  private static final int TOKEN_BYTES = 16;

  /// For who watches to take the page of the comparison: a browser does that at once.
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("watch-", 0).factory());
  private final RaceStory story = new RaceStory();
  private final Gallery gallery = new Gallery(story);
  private final String root;
  private Thinning thinning = new Thinning();
  private @Nullable Comparison outcome;

  private RaceWatch(HttpServer server) {
    this.server = server;
    var token = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(token);
    this.root = "/" + Base64.getUrlEncoder().withoutPadding().encodeToString(token) + "/";
  }

  /// Opens the page of a race that is about to begin.
  ///
  /// @throws CommandException when there is no port to be had
  public static RaceWatch open() {
    var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), ANY_PORT);
    try {
      var watch = new RaceWatch(HttpServer.create(address, USUAL_BACKLOG));
      watch.serve();
      return watch;
    } catch (IOException e) {
      throw new CommandException(ExitCode.FAILED, "cannot serve the live page: " + e.getMessage());
    }
  }

  private void serve() {
    server.createContext("/", new WatchHandler(root, WatchFile.all(), gallery));
    server.setExecutor(threads);
    server.start();
  }

  /// Where the page is.
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + root);
  }

  /// The same for the terminal.
  public Notice notice() {
    return Notice.info(
        "watch",
        "watch the race at " + url(),
        json -> json.writeStringProperty("url", url().toString()));
  }

  /// The same comparison, with a word of caution if somebody has watched: a browser takes processor
  /// time from the engines.
  public Comparison noting(Comparison told) {
    if (!gallery.wasVisited() || !told.proof().holds()) {
      return told;
    }
    var cautions = new ArrayList<>(told.cautions());
    cautions.add("A browser watched (--watch): its processor time was taken from the engines.");
    return new Comparison(
        told.startedAt(),
        told.machine(),
        told.setup(),
        told.proof(),
        told.headroom(),
        told.runs(),
        told.figures(),
        cautions);
  }

  @Override
  public void began(Setup setup) {
    story.tell(RaceEvent.race(setup.engines(), setup.rounds()));
  }

  @Override
  public void prepares(String what) {
    story.tell(RaceEvent.prepares(what));
  }

  @Override
  public synchronized void started(String engine, int round) {
    thinning = new Thinning();
    story.tell(RaceEvent.start(engine, round));
  }

  @Override
  public synchronized void sampled(String engine, int round, Sample sample) {
    if (thinning.takesNext()) {
      story.tell(RaceEvent.sample(engine, round, sample));
    }
  }

  @Override
  public void ended(EngineRun run) {
    story.tell(RaceEvent.end(run.engine(), run.round()));
  }

  @Override
  public void failed(String engine, int round, String why) {
    story.tell(RaceEvent.failure(engine, round, why));
  }

  @Override
  public synchronized void finished(Comparison comparison) {
    outcome = noting(comparison);
  }

  /// Ends the page. Who watches is told the verdict and given the page of the comparison, or that
  /// there is no verdict. Takes some seconds at most, and none when nobody watches.
  @Override
  public void close() {
    try {
      var comparison = outcome();
      if (comparison == null) {
        story.end(RaceEvent.broken());
      } else {
        gallery.handOut(ComparisonPage.of(comparison), RaceEvent.verdict(comparison), FAREWELL);
      }
      threads.shutdown();
      boolean _ = threads.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      server.stop(0);
      threads.shutdownNow();
    }
  }

  private synchronized @Nullable Comparison outcome() {
    return outcome;
  }
}
