package dev.crawler.tck.simulated;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.tck.server.RequestLog;
import dev.crawler.tck.site.Site;

/// Crawls a site in simulated time. What it was asked stands in [#requests()], with simulated
/// times, so that its politeness is judged as a server's log is. *Thread-safe.*
public final class SimulatedEngine implements CrawlEngine {
  private final Site site;
  private final long seed;
  private final RequestLog requests = new RequestLog();

  private SimulatedEngine(Site site, long seed) {
    this.site = site;
    this.seed = seed;
  }

  /// An engine for that site.
  ///
  /// @param seed of latencies, failures and the order of answers
  public static SimulatedEngine of(Site site, long seed) {
    return new SimulatedEngine(site, seed);
  }

  @Override
  public String name() {
    return "simulated";
  }

  @Override
  public String describe() {
    return "state in one thread; waits by setting its clock forward";
  }

  @Override
  public CrawlRun start(CrawlPlan plan, CrawlContext context) {
    return SimulatedRun.start(plan, context, new SimulatedWeb(site, seed, requests));
  }

  /// What the site was asked, at simulated times.
  public RequestLog requests() {
    return requests;
  }
}
