package dev.crawler.vertx;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.plan.CrawlPlan;

/// One event loop decides and does the network, and never waits; a few workers handle. Each run has
/// a Vert.x of its own, which ends with it. *Thread-safe.*
public final class VertxEngine implements CrawlEngine {
  @Override
  public String name() {
    return "vertx";
  }

  @Override
  public String describe() {
    return "one session on an event loop of Vert.x; waits by returning, with futures";
  }

  @Override
  public CrawlRun start(CrawlPlan plan, CrawlContext context) {
    return VertxCrawl.start(plan, context);
  }
}
