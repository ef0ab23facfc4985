package dev.crawler.vertx;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.engine.LoopLag;
import dev.crawler.core.engine.LoopWatch;
import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.handle.PageHandler;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.CrawlSession;
import dev.crawler.core.session.Progress;
import dev.crawler.core.session.Step;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The event loop: one context of Vert.x owns the session. Whatever happens comes as a turn on it,
/// which ends by asking the session what next, until there is nothing to do now. Pages are handled
/// on the worker pool, whose results come back as turns.
///
/// All fields that change belong to the loop. *Thread-safe: the public methods ask for a turn.*
final class VertxCrawl implements CrawlRun {
  private final CrawlSession session;
  private final PageHandler handler;
  private final VertxFetcher fetcher;
  private final InstantSource clock;
  private final Vertx vertx;
  private final Context loop;
  private final LoopWatch watch;
  private final int most;
  private final CompletableFuture<CrawlReport> completion = new CompletableFuture<>();
  private int underWay;
  private long alarm = -1;
  private @Nullable Throwable failure;
  private boolean finished;

  private VertxCrawl(CrawlSession session, CrawlPlan plan, CrawlContext context, Vertx vertx) {
    this.session = session;
    this.vertx = vertx;
    handler = new PageHandler(plan, context.sink());
    clock = context.clock();
    most = 2 * plan.limits().concurrency(); // the session bounds fetches, not exclusions
    loop = vertx.getOrCreateContext();
    loop.exceptionHandler(this::fail);
    fetcher = new VertxFetcher(vertx, loop, plan, context);
    watch = LoopWatch.start("vertx-eventloop", this::turn, context.listener());
  }

  static VertxCrawl start(CrawlPlan plan, CrawlContext context, Vertx vertx) {
    var session = CrawlSession.begin(plan, context.listener());
    var crawl = new VertxCrawl(session, plan, context, vertx);
    crawl.turn(crawl::advance);
    return crawl;
  }

  private void turn(Runnable action) {
    loop.runOnContext(_ -> action.run());
  }

  /// Does what can be done now.
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
    underWay++;
    fetcher
        .fetch(task)
        .compose(result -> loop.executeBlocking(() -> handler.handle(task, result), false))
        .onComplete(
            handled -> settle(handled, outcome -> session.absorb(task, outcome, clock.instant())));
  }

  private void exclude(Exclusion exclusion) {
    underWay++;
    loop.executeBlocking(
            () -> {
              handler.exclude(exclusion);
              return exclusion;
            },
            false)
        .onComplete(written -> settle(written, session::settle));
  }

  private <T> void settle(AsyncResult<T> work, Consumer<T> report) {
    underWay--;
    if (work.succeeded()) {
      report.accept(work.result());
      advance();
    } else {
      fail(work.cause());
    }
  }

  /// Asks again then: one alarm, the latest.
  private void wakeAfter(Duration pause) {
    vertx.cancelTimer(alarm);
    long millis = Math.max(1, pause.plusNanos(999_999).toMillis());
    alarm = vertx.setTimer(millis, _ -> advance());
  }

  @Override
  public void stop() {
    ask(() -> {
      session.stop();
      advance();
    });
  }

  /// Ends the run when what is under way has ended, which it now does at once.
  private void fail(Throwable cause) {
    if (failure == null) {
      failure = cause;
      fetcher.close();
    }
    advance();
  }

  private void finish() {
    if (!finished) {
      finished = true;
      fetcher.close();
      watch.close();
      Thread.ofVirtual().name("crawl-end").start(this::end);
    }
  }

  /// Waits for the threads of Vert.x, which none of them could.
  private void end() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
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
    return Optional.of(watch.lag());
  }

  @Override
  public void close() {
    ask(() -> {
      session.stop();
      fetcher.close();
      advance();
    });
    completion.handle((report, cause) -> report).join();
  }

  private void ask(Runnable action) {
    try {
      turn(action);
    } catch (RejectedExecutionException _) {
      // The loop has ended: there is nothing left to stop.
    }
  }
}
