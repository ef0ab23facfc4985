package dev.crawler.vertx;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.engine.Ending;
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
import java.util.concurrent.CompletionStage;

/// The crawl as turns of an event loop of Vert.x: each takes in one piece of news, starts all that
/// can be started now, and returns. What is started is a future, whose end is the next piece of
/// news. *Thread-safe: the session is touched in turns alone.*
final class VertxCrawl implements CrawlRun {
  private final CrawlSession session;
  private final PageHandler handler;
  private final VertxFetcher fetcher;
  private final InstantSource clock;
  private final EventLoop loop;
  private final Ending ending;

  private VertxCrawl(CrawlPlan plan, CrawlContext context, CrawlSession session) {
    this.session = session;
    this.handler = new PageHandler(plan, context.sink(), context.archive());
    this.clock = context.clock();
    this.loop = new EventLoop(context.listener(), this::fail);
    this.fetcher = new VertxFetcher(loop, plan, context);
    this.ending = new Ending(session::report, fetcher, loop);
  }

  /// Takes in the seeds, and makes the first turn.
  static CrawlRun start(CrawlPlan plan, CrawlContext context) {
    var session = CrawlSession.begin(plan, context.listener(), context.reserve());
    var crawl = new VertxCrawl(plan, context, session);
    crawl.loop.turn(crawl::advance);
    return crawl;
  }

  private void advance() {
    while (!ending.isBegun()) {
      var now = clock.instant();
      switch (session.next(now)) {
        case Step.Fetch(var task) -> fetch(task);
        case Step.Exclude(var exclusion) -> exclude(exclusion);
        case Step.Pause(var until) -> {
          loop.wakeAfter(Duration.between(now, until), this::advance);
          return;
        }
        case Step.Await() -> {
          return;
        }
        case Step.Exhausted() -> {
          ending.begin();
          return;
        }
      }
    }
  }

  private void fetch(FetchTask task) {
    await(
        fetcher
            .fetch(task)
            .compose(result -> loop.aside(() -> handler.handle(task, result)))
            .map(outcome -> () -> session.absorb(task, outcome, clock.instant())));
  }

  private void exclude(Exclusion exclusion) {
    await(
        loop.aside(() -> {
          handler.exclude(exclusion);
          return () -> session.settle(exclusion);
        }));
  }

  /// Tells the session in a turn of its own: what is thrown in one reaches us, what is thrown in a
  /// future's listener might not.
  private void await(Future<Runnable> news) {
    news.onFailure(this::fail)
        .onSuccess(report ->
            loop.turn(() -> {
              report.run();
              advance();
            }));
  }

  private void fail(Throwable fault) {
    ending.beginWith(fault);
  }

  @Override
  public void stop() {
    loop.turn(() -> {
      session.stop();
      advance();
    });
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
  public Optional<LoopLag> lag() {
    return Optional.of(loop.lag());
  }

  @Override
  public void close() {
    stop();
    fetcher.close();
    ending.await();
  }
}
