package dev.crawler.tck.contract;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.plan.CrawlPlan;
import java.time.Duration;

/// What the parts of the contract know of the engine that they are run on.
interface EngineUnderTest {
  /// The engine; a new one or the same each time.
  CrawlEngine engine();

  /// Starts a run of it whose closing fails when it does not return.
  default CrawlRun start(CrawlPlan plan, CrawlContext context) {
    return new PatientRun(engine().start(plan, context), patience());
  }

  /// How many fetches the engine can have in flight; those with one alone are not asked to be held
  /// up by nobody.
  default int fetchesInFlight() {
    return 1000;
  }

  /// How many fetches are in flight at least when so many may be and all hosts are slow. Where
  /// several processes share them out by need, a part is always on its way from one to another.
  default int reachedOf(int concurrency) {
    return concurrency;
  }

  /// How long a crawl of a small site may take before it counts as one that never ends. Where many
  /// engines are expected to fail, the property `crawler.patience` makes it shorter.
  default Duration patience() {
    return Duration.ofSeconds(Integer.getInteger("crawler.patience", 60));
  }

  /// Whether records reach the sink while the crawl goes on. Where they come at its end, a sink can
  /// hold nobody up; an engine like that shows in tests of its own what those show that are left
  /// out.
  default boolean recordsAsItGoes() {
    return true;
  }

  /// Whether the engine can ask by an earlier crawl whether pages have changed.
  default boolean knowsEarlierCrawls() {
    return true;
  }
}
