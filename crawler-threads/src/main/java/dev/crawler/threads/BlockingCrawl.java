package dev.crawler.threads;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.handle.PageHandler;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.CrawlSession;
import dev.crawler.core.session.Progress;
import dev.crawler.core.session.Step;
import dev.crawler.http.ApacheFetcher;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/// The blocking loop: each worker takes a task, fetches, handles, absorbs, and takes the next. What
/// the engines differ in is the executor that runs the workers.
///
/// The session is guarded by this object's monitor. A worker that finds nothing to do waits there;
/// of those that wait, one at least keeps the time of the next turn. Who takes a task wakes one
/// more, for there may be another: so as many wake as there is work, and never all at once.
/// *Thread-safe.*
final class BlockingCrawl implements CrawlRun {
  private final CrawlSession session;
  private final PageHandler handler;
  private final BlockingFetcher fetcher;
  private final InstantSource clock;
  private final CompletableFuture<CrawlReport> completion = new CompletableFuture<>();
  private @Nullable Instant alarm;
  private @Nullable Throwable failure;

  private BlockingCrawl(
      CrawlSession session, PageHandler handler, BlockingFetcher fetcher, InstantSource clock) {
    this.session = session;
    this.handler = handler;
    this.fetcher = fetcher;
    this.clock = clock;
  }

  /// Starts that many workers on the executor, which is closed at the end of the crawl. The fetcher
  /// has threads and so comes last: seeds that cannot be read end this before there is one.
  static CrawlRun start(
      CrawlPlan plan, CrawlContext context, ExecutorService executor, int workers) {
    var session = CrawlSession.begin(plan, context.listener());
    var handler = new PageHandler(plan, context.sink());
    var fetcher = ApacheFetcher.of(plan.http(), context.resolver(), context.clock(), workers);
    var crawl = new BlockingCrawl(session, handler, fetcher, context.clock());
    Thread.ofVirtual().name("crawl").start(() -> crawl.run(executor, workers));
    return crawl;
  }

  private void run(ExecutorService executor, int workers) {
    try (fetcher;
        executor) {
      for (int i = 0; i < workers; i++) {
        executor.execute(this::work);
      }
    } catch (RuntimeException | Error e) {
      fail(e);
    }
    finish();
  }

  /// The life of a worker.
  private void work() {
    try {
      for (var turn = take(); turn.isPresent(); turn = take()) {
        turn.get().carryOut();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(e);
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
    }
  }

  /// What a worker does between two visits to the session.
  private interface Turn {
    void carryOut() throws IOException;
  }

  private synchronized Optional<Turn> take() throws InterruptedException {
    while (failure == null) {
      var now = clock.instant();
      switch (session.next(now)) {
        case Step.Fetch(var task) -> {
          notify();
          return Optional.of(() -> fetch(task));
        }
        case Step.Exclude(var exclusion) -> {
          notify();
          return Optional.of(() -> exclude(exclusion));
        }
        case Step.Pause(var until) -> wakeAfter(now, until);
        case Step.Await() -> wait();
        case Step.Exhausted() -> {
          notifyAll();
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private void fetch(FetchTask task) throws IOException {
    var result = fetcher.fetch(task);
    var outcome = handler.handle(task, result);
    synchronized (this) {
      session.absorb(task, outcome, clock.instant());
      notify();
    }
  }

  private void exclude(Exclusion exclusion) throws IOException {
    handler.exclude(exclusion);
    synchronized (this) {
      session.settle(exclusion);
      notify();
    }
  }

  /// Waits for that instant, or for news alone when another worker already keeps as early a time.
  @SuppressWarnings("WaitNotInLoop") // take() is the loop
  private synchronized void wakeAfter(Instant now, Instant until) throws InterruptedException {
    if (alarm != null && !until.isBefore(alarm)) {
      wait();
      return;
    }
    alarm = until;
    try {
      NANOSECONDS.timedWait(this, Duration.between(now, until).toNanos());
    } finally {
      if (until.equals(alarm)) {
        alarm = null;
      }
    }
  }

  @Override
  public synchronized void stop() {
    session.stop();
    notifyAll();
  }

  private void fail(Throwable cause) {
    synchronized (this) {
      if (failure == null) {
        failure = cause;
      }
      notifyAll();
    }
    fetcher.close();
  }

  private synchronized void finish() {
    if (failure == null) {
      completion.complete(session.report());
    } else {
      completion.completeExceptionally(failure);
    }
  }

  @Override
  public CompletionStage<CrawlReport> completion() {
    return completion.minimalCompletionStage();
  }

  @Override
  public Progress progress() {
    return session.progress();
  }

  @Override
  public void close() {
    stop();
    fetcher.close();
    completion.handle((report, cause) -> report).join();
  }
}
