package dev.crawler.processes.coordinator;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.Ending;
import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.handle.PageHandler;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.Prelude;
import dev.crawler.core.session.Step;
import dev.crawler.http.ApacheFetcher;
import dev.crawler.processes.coordinator.Lead.Wishes;
import dev.crawler.processes.job.Order.Wish;
import dev.crawler.threads.BlockingLoop;
import dev.crawler.threads.Workload;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// Fetches what must be known before the first page, here and not in a worker: it is one thing
/// after the other, and all workers need all of it. *Confined to the coordinator's thread, but for
/// the loop.*
final class Overture implements Workload {
  private static final int MOST = 16;
  private static final long GLANCE_MILLIS = 50;

  private final Prelude prelude;
  private final ApacheFetcher fetcher;
  private final PageHandler handler;
  private final InstantSource clock;
  private final Ending ending;
  private final BlockingLoop loop;

  private Overture(CrawlPlan plan, CrawlContext context) {
    int workers = Math.min(MOST, plan.limits().concurrency());
    clock = context.clock();
    prelude = Prelude.begin(plan, context.listener());
    fetcher = ApacheFetcher.of(plan.http(), context.resolver(), clock, workers);
    handler =
        new PageHandler(
            plan,
            page -> {
              throw new IllegalStateException("a page before the first: " + page.url());
            });
    var executor =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("crawl-", 1).factory());
    ending = new Ending(() -> CrawlReport.NONE, fetcher, executor);
    loop = new BlockingLoop(this, clock, ending);
    loop.start(executor, workers);
  }

  /// Plays it to its end, or until the crawl is to stop; then what is known until there counts.
  static Prelude play(CrawlPlan plan, CrawlContext context, Wishes wishes)
      throws IOException, InterruptedException {
    var overture = new Overture(plan, context);
    try {
      while (!overture.ending.isBegun() && wishes.await(GLANCE_MILLIS) == Wish.GO_ON) {
        // the loop plays
      }
      overture.loop.end();
      overture.ending.completion().toCompletableFuture().get();
      if (overture.prelude.isOver()) {
        plan.journal().passSitemaps();
      }
      return overture.prelude;
    } catch (ExecutionException e) {
      throw new IOException("the sitemaps could not be read: " + e.getCause(), e);
    } finally {
      overture.loop.end();
      overture.ending.await();
    }
  }

  @Override
  public Step next(Instant now) {
    return prelude.next(now);
  }

  @Override
  public void fetch(FetchTask task) throws IOException {
    var outcome = handler.handle(task, fetcher.fetch(task));
    loop.news(() -> prelude.absorb(task, outcome, clock.instant()));
  }

  @Override
  public void exclude(Exclusion exclusion) {
    throw new IllegalStateException("a prelude excludes nothing");
  }
}
