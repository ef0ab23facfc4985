package dev.crawler.threads;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.plan.CrawlPlan;
import java.util.concurrent.Executors;

/// A pool of platform threads, one for each fetch in flight: the classic. Costs a stack and a
/// kernel thread for each wait. *Thread-safe.*
public final class ThreadsEngine implements CrawlEngine {
  @Override
  public String name() {
    return "threads";
  }

  @Override
  public String describe() {
    return "one session behind a monitor; a pool of platform threads blocks";
  }

  @Override
  public CrawlRun start(CrawlPlan plan, CrawlContext context) {
    int workers = plan.limits().concurrency();
    var threads = Thread.ofPlatform().name("crawl-", 1).factory();
    var executor = Executors.newFixedThreadPool(workers, threads);
    return BlockingCrawl.start(plan, context, executor, workers);
  }
}
