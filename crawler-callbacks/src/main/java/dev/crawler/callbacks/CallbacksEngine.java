package dev.crawler.callbacks;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.http.ApacheCallbackFetcher;

/// One loop, hand-built of one thread, that owns the session and never waits; an asynchronous
/// client calls back, a few parsers do the CPU work. Costs no thread for a wait, and the sight of a
/// page's way in one place. *Thread-safe.*
public final class CallbacksEngine implements CrawlEngine {
  @Override
  public String name() {
    return "callbacks";
  }

  @Override
  public String describe() {
    return "one session on a hand-built loop; nobody waits, callbacks go on";
  }

  @Override
  public CrawlRun start(CrawlPlan plan, CrawlContext context) {
    int fetches = plan.limits().concurrency();
    return CallbackCrawl.start(
        plan,
        context,
        () -> ApacheCallbackFetcher.of(plan.http(), context.resolver(), context.clock(), fetches));
  }
}
