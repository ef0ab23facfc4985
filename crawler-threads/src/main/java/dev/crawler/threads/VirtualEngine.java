package dev.crawler.threads;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.plan.CrawlPlan;
import java.util.concurrent.Executors;

/// A virtual thread for each fetch in flight: the same blocking code, without the kernel thread for
/// each wait (JEP 444). *Thread-safe.*
public final class VirtualEngine implements CrawlEngine {
  @Override
  public String name() {
    return "virtual";
  }

  @Override
  public String describe() {
    return "one session behind a monitor; virtual threads block";
  }

  @Override
  public CrawlRun start(CrawlPlan plan, CrawlContext context) {
    int workers = plan.limits().concurrency();
    var threads = Thread.ofVirtual().name("crawl-", 1).factory();
    var executor = Executors.newThreadPerTaskExecutor(threads);
    return BlockingCrawl.start(plan, context, executor, workers);
  }
}
