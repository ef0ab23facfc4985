package dev.crawler.cli.compare.outside;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.engine.FetcherProvider;
import dev.crawler.core.handle.PageHandler;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.CrawlSession;
import dev.crawler.core.session.Progress;
import dev.crawler.core.session.Step;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// An engine of one thread, made of nothing but what the core and a fetcher offer. *Thread-safe.*
public final class OutsideEngine implements CrawlEngine {
  @Override
  public String name() {
    return "outside";
  }

  @Override
  public String describe() {
    return "one session; one thread of somebody else's blocks";
  }

  @Override
  public CrawlRun start(CrawlPlan plan, CrawlContext context) {
    var run = new Run(plan, context);
    Thread.ofPlatform().name("outside").start(run::work);
    return run;
  }

  /// One crawl.
  private static final class Run implements CrawlRun {
    private final CrawlContext context;
    private final CrawlPlan plan;
    private final CrawlSession session;
    private final CompletableFuture<CrawlReport> completion = new CompletableFuture<>();
    private volatile boolean stopping;

    Run(CrawlPlan plan, CrawlContext context) {
      this.plan = plan;
      this.context = context;
      this.session = CrawlSession.begin(plan, context.listener());
    }

    void work() {
      var clock = context.clock();
      var handler = new PageHandler(plan, context.sink(), context.archive());
      try (var fetcher =
          FetcherProvider.find().open(plan.http(), context.resolver(), context.clock())) {
        while (true) {
          if (stopping) {
            session.stop();
          }
          switch (session.next(clock.instant())) {
            case Step.Fetch(var task) ->
                session.absorb(task, handler.handle(task, fetcher.fetch(task)), clock.instant());
            case Step.Exclude(var exclusion) -> {
              handler.exclude(exclusion);
              session.settle(exclusion);
            }
            case Step.Pause(var until) ->
                LockSupport.parkNanos(Duration.between(clock.instant(), until).toNanos());
            case Step.Await() -> throw new IllegalStateException("nobody to wait for");
            case Step.Exhausted() -> {
              completion.complete(session.report());
              return;
            }
          }
        }
      } catch (Exception | Error e) {
        completion.completeExceptionally(e);
      }
    }

    @Override
    public CompletionStage<CrawlReport> completion() {
      return completion;
    }

    @Override
    public void stop() {
      stopping = true;
    }

    @Override
    public Progress progress() {
      return session.progress();
    }

    @Override
    public void close() {
      stop();
      completion.orTimeout(10, TimeUnit.SECONDS).handle((_, _) -> true).join();
    }
  }
}
