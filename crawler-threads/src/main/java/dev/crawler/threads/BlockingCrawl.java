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
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/// A crawl by the workers of a [BlockingLoop]: each takes a turn, fetches, handles, absorbs, and
/// takes the next. What the engines differ in is the executor that runs the workers. The session is
/// guarded by the loop's monitor. *Thread-safe.*
final class BlockingCrawl implements CrawlRun, Workload {
  private final CrawlSession session;
  private final PageHandler handler;
  private final BlockingFetcher fetcher;
  private final InstantSource clock;
  private final Ending ending;
  private final BlockingLoop loop;

  private BlockingCrawl(
      CrawlPlan plan, CrawlContext context, ExecutorService executor, int workers) {
    session = CrawlSession.begin(plan, context.listener(), context.reserve());
    handler = new PageHandler(plan, context.sink(), context.archive());
    clock = context.clock();
    fetcher = ApacheFetcher.of(plan.http(), context.resolver(), clock, workers);
    ending = new Ending(session::report, fetcher, executor);
    loop = new BlockingLoop(this, clock, ending);
  }

  /// Takes in the seeds, and starts that many workers on the executor, which belongs to the crawl
  /// from then on.
  static CrawlRun start(
      CrawlPlan plan, CrawlContext context, ExecutorService executor, int workers) {
    var crawl = new BlockingCrawl(plan, context, executor, workers);
    crawl.loop.start(executor, workers);
    return crawl;
  }

  @Override
  public Step next(Instant now) {
    return session.next(now);
  }

  @Override
  public void fetch(FetchTask task) throws IOException {
    var result = fetcher.fetch(task);
    var outcome = handler.handle(task, result);
    loop.news(() -> session.absorb(task, outcome, clock.instant()));
  }

  @Override
  public void exclude(Exclusion exclusion) throws IOException {
    handler.exclude(exclusion);
    loop.news(() -> session.settle(exclusion));
  }

  @Override
  public void stop() {
    loop.news(session::stop);
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
