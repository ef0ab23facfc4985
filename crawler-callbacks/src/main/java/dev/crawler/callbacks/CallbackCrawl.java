package dev.crawler.callbacks;

import dev.crawler.core.engine.Call;
import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.engine.Ending;
import dev.crawler.core.engine.LoopLag;
import dev.crawler.core.engine.Watchdog;
import dev.crawler.core.fetch.CallbackFetcher;
import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.handle.PageHandler;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.CrawlSession;
import dev.crawler.core.session.Progress;
import dev.crawler.core.session.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// The crawl as turns of a loop: each takes in one piece of news, starts all that can be started
/// now, and returns. *Thread-safe: session and watchdog are touched in turns alone.*
final class CallbackCrawl implements CrawlRun {
  private final CrawlSession session;
  private final PageHandler handler;
  private final CallbackFetcher fetcher;
  private final InstantSource clock;
  private final EventLoop loop;
  private final Watchdog watchdog;
  private final Ending ending;

  private CallbackCrawl(
      CrawlPlan plan, CrawlContext context, CrawlSession session, CallbackFetcher fetcher) {
    this.session = session;
    this.handler = new PageHandler(plan, context.sink(), context.archive());
    this.fetcher = fetcher;
    this.clock = context.clock();
    this.loop = new EventLoop(context.listener(), this::fail);
    this.watchdog = new Watchdog(plan.http().timeout(), context.listener());
    this.ending = new Ending(session::report, fetcher, loop);
  }

  /// Takes in the seeds, and makes the first turn.
  static CrawlRun start(CrawlPlan plan, CrawlContext context, Supplier<CallbackFetcher> client) {
    var session = CrawlSession.begin(plan, context.listener(), context.reserve());
    var crawl = new CallbackCrawl(plan, context, session, client.get());
    crawl.loop.every(Watchdog.PERIOD, () -> crawl.watchdog.look(crawl.clock.instant()));
    crawl.loop.turn(crawl::advance);
    return crawl;
  }

  private void advance() {
    while (!ending.isBegun()) {
      var now = clock.instant();
      switch (session.next(now)) {
        case Step.Fetch(var task) -> fetch(task, now);
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

  /// In a turn, a page sets out ...
  private void fetch(FetchTask task, Instant now) {
    var call = new Call(task, now, this::fetched);
    watchdog.watch(call);
    fetcher.fetch(task, call);
  }

  /// ... on a thread of the client it comes back, and goes to a parser, to become an outcome ...
  private void fetched(Call call, FetchResult result) {
    loop.aside(() -> handled(call, handler.handle(call.task(), result)));
  }

  /// ... which another turn takes in.
  private void handled(Call call, Outcome outcome) {
    loop.turn(() -> {
      watchdog.release(call);
      session.absorb(call.task(), outcome, clock.instant());
      advance();
    });
  }

  /// The way of what is not fetched is shorter: it can be written in one piece.
  private void exclude(Exclusion exclusion) {
    loop.aside(() -> {
      handler.exclude(exclusion);
      loop.turn(() -> {
        session.settle(exclusion);
        advance();
      });
    });
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
