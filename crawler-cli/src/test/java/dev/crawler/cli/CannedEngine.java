package dev.crawler.cli;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.plan.CrawlPlan;
import java.util.ArrayList;

/// An engine that makes no request: each seed ends as the last segment of its URL says.
///
/// - an outcome or `timeout`, `robots`: a record with it
/// - `endless`: records until it is stopped
/// - `hang`: nothing until it is stopped
/// - `stubborn`: nothing ever, not even then
/// - `broken`: the crawl fails
/// - `full`: the disk is full where what waits is kept
///
/// The last worker of a crew that was asked for is lost. *Thread-safe.*
public final class CannedEngine implements CrawlEngine {
  @Override
  public String name() {
    return "canned";
  }

  @Override
  public String describe() {
    return "state nowhere; never waits";
  }

  @Override
  public boolean takesCrew() {
    return true;
  }

  @Override
  public CrawlRun start(CrawlPlan plan, CrawlContext context) {
    var seeds = new ArrayList<String>();
    plan.seeds().forEach(seeds::add);
    var run = new CannedRun(seeds, context);
    Thread.ofVirtual().name("canned").start(run::work);
    return run;
  }
}
