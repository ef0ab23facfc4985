package dev.crawler.futures;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.plan.CrawlPlan;

/// Every fetch is a future; one thread takes them as they complete. The engine that
/// `docs/add-an-engine.md` adds. *Thread-safe.*
public final class FuturesEngine implements CrawlEngine {
  @Override
  public String name() {
    return "futures";
  }

  @Override
  public String describe() {
    return "one session on one thread; takes futures as they complete";
  }

  @Override
  public CrawlRun start(CrawlPlan plan, CrawlContext context) {
    return FuturesCrawl.start(plan, context);
  }
}
