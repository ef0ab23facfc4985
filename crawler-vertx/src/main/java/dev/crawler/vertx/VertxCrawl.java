package dev.crawler.vertx;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.engine.LoopLag;
import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.handle.PageHandler;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.CrawlSession;
import dev.crawler.core.session.Progress;
import dev.crawler.core.session.Step;
import dev.crawler.vertx.loop.EventLoop;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// The event loop: one context of Vert.x owns the session. Whatever happens comes as a turn on it,
/// which ends by asking the session what next, until nothing can be done now. All that changes here
/// belongs to the loop. *Thread-safe: the public methods ask for a turn.*
final class VertxCrawl implements CrawlRun {
  private final CrawlSession session;
  private final PageHandler handler;
  private final VertxFetcher fetcher;
  private final InstantSource clock;
  private final EventLoop loop;
  private final int most;
  private final CompletableFuture<CrawlReport> completion = new CompletableFuture<>();
  private int underWay;
  private long alarm = -1;
  private @Nullable Throwable failure;
  private boolean finished;

  /// Takes in the seeds and starts.
  VertxCrawl(CrawlPlan plan, CrawlContext context) {
    session = CrawlSession.begin(plan, context.listener());
    handler = new PageHandler(plan, context.sink());
    clock = context.clock();
    most = 2 * plan.limits().concurrency(); // the session bounds fetches, not exclusions
    loop = EventLoop.start(this::fail, context.listener());
    fetcher = new VertxFetcher(loop, plan, context);
    loop.turn(this::advance);
  }

  private void advance() {
    while (failure == null && underWay < most) {
      var now = clock.instant();
      switch (session.next(now)) {
        case Step.Fetch(var task) -> fetch(task);
        case Step.Exclude(var exclusion) -> exclude(exclusion);
        case Step.Pause(var until) -> {
          wakeAfter(Duration.between(now, until));
          return;
        }
        case Step.Await() -> {
          return;
        }
        case Step.Exhausted() -> {
          finish();
          return;
        }
      }
    }
    if (failure != null && underWay == 0) {
      finish();
    }
  }

  private void fetch(FetchTask task) {
    await(
        fetcher
            .fetch(task)
            .compose(result -> loop.work(() -> handler.handle(task, result)))
            .map(outcome -> () -> session.absorb(task, outcome, clock.instant())));
  }

  private void exclude(Exclusion exclusion) {
    await(
        loop.work(() -> {
          handler.exclude(exclusion);
          return () -> session.settle(exclusion);
        }));
  }

  /// Goes on when the work has come to what there is to tell the session.
  private void await(Future<Runnable> work) {
    underWay++;
    work.onComplete(_ -> underWay--)
        .onSuccess(Runnable::run)
        .onFailure(this::fail)
        .onComplete(_ -> advance());
  }

  /// Asks again then: one alarm, the latest.
  private void wakeAfter(Duration pause) {
    loop.cancel(alarm);
    alarm = loop.after(pause, this::advance);
  }

  @Override
  public void stop() {
    loop.turn(session::stop);
    loop.turn(this::advance);
  }

  /// Ends the run as soon as what is under way has ended, which it now does at once.
  private void fail(Throwable cause) {
    if (failure == null) {
      failure = cause;
      fetcher.close();
    }
    loop.turn(this::advance);
  }

  private void finish() {
    if (!finished) {
      finished = true;
      fetcher.close();
      loop.end(this::complete);
    }
  }

  private void complete() {
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
  public Optional<LoopLag> lag() {
    return Optional.of(loop.lag());
  }

  @Override
  public void close() {
    stop();
    loop.turn(fetcher::close);
    completion.handle((report, cause) -> report).join();
  }
}
