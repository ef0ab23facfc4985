package dev.crawler.threads;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.plan.CrawlPlan;
import java.util.concurrent.Executors;

/// One thread does everything, one fetch after the other: the ladder's first rung, and the simplest
/// to reason about. A slow host holds up all others. *Thread-safe.*
public final class SerialEngine implements CrawlEngine {
  @Override
  public String name() {
    return "serial";
  }

  @Override
  public String describe() {
    return "one session; one thread blocks, for everything";
  }

  @Override
  public CrawlRun start(CrawlPlan plan, CrawlContext context) {
    var thread = Thread.ofPlatform().name("crawl-serial").factory();
    var executor = Executors.newSingleThreadExecutor(thread);
    return BlockingCrawl.start(plan, context, executor, 1);
  }
}
