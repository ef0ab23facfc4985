package dev.crawler.futures;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.engine.Ending;
import dev.crawler.core.handle.PageHandler;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.CrawlSession;
import dev.crawler.core.session.Progress;
import dev.crawler.core.session.Step;
import dev.crawler.http.ApacheFetcher;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// One thread leads: it owns the session, hands out work, and takes news in the order in which it
/// completes. *Thread-safe: only the leader touches the session.*
final class FuturesCrawl implements CrawlRun {
  private final CrawlSession session;
  private final PageHandler handler;
  private final ApacheFetcher fetcher;
  private final InstantSource clock;
  private final Ending ending;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Future<Runnable>> done = new LinkedBlockingQueue<>();
  private final CompletionService<Runnable> work = new ExecutorCompletionService<>(workers, done);

  private FuturesCrawl(CrawlPlan plan, CrawlContext context) {
    session = CrawlSession.begin(plan, context.listener(), context.reserve());
    handler = new PageHandler(plan, context.sink(), context.archive());
    clock = context.clock();
    int inFlight = plan.limits().concurrency();
    fetcher = ApacheFetcher.of(plan.http(), context.resolver(), clock, inFlight);
    ending = new Ending(session::report, fetcher, workers);
  }

  static CrawlRun start(CrawlPlan plan, CrawlContext context) {
    var crawl = new FuturesCrawl(plan, context);
    crawl.workers.execute(crawl::lead);
    return crawl;
  }

  private void lead() {
    try {
      while (advance()) {}
      ending.begin();
    } catch (Exception | Error e) {
      ending.beginWith(e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e);
    }
  }

  /// What a worker brings back is what the leader is to do with it.
  private boolean advance() throws Exception {
    var now = clock.instant();
    switch (session.next(now)) {
      case Step.Fetch(var task) ->
          work.submit(() -> {
            var outcome = handler.handle(task, fetcher.fetch(task));
            return () -> session.absorb(task, outcome, clock.instant());
          });
      case Step.Exclude(var exclusion) ->
          work.submit(() -> {
            handler.exclude(exclusion);
            return () -> session.settle(exclusion);
          });
      case Step.Pause(var until) ->
          take(done.poll(Duration.between(now, until).toNanos(), NANOSECONDS));
      case Step.Await() -> take(done.take());
      case Step.Exhausted() -> {
        return false;
      }
    }
    return true;
  }

  private static void take(@Nullable Future<Runnable> news) throws Exception {
    if (news != null) {
      news.get().run();
    }
  }

  @Override
  public void stop() {
    done.add(CompletableFuture.completedFuture(session::stop));
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
