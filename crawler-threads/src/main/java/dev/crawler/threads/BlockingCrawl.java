package dev.crawler.threads;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.engine.Ending;
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
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/// The blocking loop: each worker takes a turn, fetches, handles, absorbs, and takes the next. What
/// the engines differ in is the executor that runs the workers. The session is guarded by this
/// object's monitor; a worker that finds nothing to do waits there. *Thread-safe.*
final class BlockingCrawl implements CrawlRun {
  private final CrawlSession session;
  private final PageHandler handler;
  private final BlockingFetcher fetcher;
  private final InstantSource clock;
  private final Ending ending;
  private final Alarm alarm = new Alarm(this);

  private BlockingCrawl(
      CrawlPlan plan, CrawlContext context, ExecutorService executor, int workers) {
    this.session = CrawlSession.begin(plan, context.listener());
    this.handler = new PageHandler(plan, context.sink(), context.archive());
    this.clock = context.clock();
    this.fetcher = ApacheFetcher.of(plan.http(), context.resolver(), clock, workers);
    this.ending = new Ending(session::report, fetcher, executor);
  }

  /// Takes in the seeds, and starts that many workers on the executor, which belongs to the crawl
  /// from then on.
  static CrawlRun start(
      CrawlPlan plan, CrawlContext context, ExecutorService executor, int workers) {
    var crawl = new BlockingCrawl(plan, context, executor, workers);
    try {
      for (int i = 0; i < workers; i++) {
        executor.execute(crawl::work);
      }
    } catch (RuntimeException | Error e) {
      crawl.fail(e); // no more threads, say
    }
    return crawl;
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

  /// Who takes a turn wakes one more worker, for there may be another: so as many wake as there is
  /// work, and never all at once.
  private synchronized Optional<Turn> take() throws InterruptedException {
    while (!ending.isBegun()) {
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
        case Step.Pause(var until) -> alarm.waitUntil(until, now);
        case Step.Await() -> wait();
        case Step.Exhausted() -> {
          ending.begin();
          notifyAll();
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

  private synchronized void fail(Throwable fault) {
    ending.beginWith(fault);
    notifyAll();
  }

  @Override
  public synchronized void stop() {
    session.stop();
    notifyAll();
  }

  @Override
  public CompletionStage<CrawlReport> completion() {
    return ending.completion();
  }

  @Override
  public Progress progress() {
    return session.progress();
  }

  @Override
  public void close() {
    stop();
    fetcher.close();
    ending.await();
  }
}
