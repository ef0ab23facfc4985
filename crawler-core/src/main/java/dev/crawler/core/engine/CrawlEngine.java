package dev.crawler.core.engine;

import dev.crawler.core.plan.CrawlPlan;

/// One way to run a crawl. Found by [java.util.ServiceLoader]; stateless, so one instance can start
/// many runs. *Thread-safe.*
public interface CrawlEngine {
  /// The word for `--engine`: lower case.
  String name();

  /// One line: where the state of the crawl lives, and how the engine waits.
  String describe();

  /// Whether it looks at [CrawlContext#crew()]; when not, options about it are mistakes.
  default boolean takesCrew() {
    return false;
  }

  /// Whether it goes on with what a journal tells; when not, a state is a mistake.
  default boolean keepsState() {
    return true;
  }

  /// Whether it hands records to the sink when the crawl is over, and keeps them itself until then.
  default boolean writesAtEnd() {
    return false;
  }

  /// Refuses a plan that it cannot carry out, before anything is opened for it. Most can all.
  ///
  /// @throws IllegalArgumentException naming what it cannot do
  default void requireAble(CrawlPlan plan) {}

  /// Takes in the seeds, starts the crawl, and returns without waiting for it.
  CrawlRun start(CrawlPlan plan, CrawlContext context);
}
