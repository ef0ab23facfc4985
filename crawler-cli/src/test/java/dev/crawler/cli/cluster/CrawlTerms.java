package dev.crawler.cli.cluster;

import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How a site is crawled, said twice: to the command, and to the judge. *Immutable.*
///
/// @param levelled whether level by level; streaming otherwise
/// @param concurrency fetches in flight
/// @param delay of each host
record CrawlTerms(boolean levelled, int concurrency, Duration delay) {
  private static final int RETRIES = 2;
  private static final int DEPTH = 100;

  /// Options of the command.
  List<String> options() {
    return List.of(
        "--depth",
        levelled ? String.valueOf(DEPTH) : "unlimited",
        "--concurrency",
        String.valueOf(concurrency),
        "--per-host",
        "1",
        "--delay",
        delay.toMillis() + "ms",
        "--retries",
        String.valueOf(RETRIES),
        "--retry-wait",
        "10ms");
  }

  /// What they mean.
  CrawlPlan plan(List<String> seeds) {
    var limits =
        new Limits(
            concurrency,
            OptionalLong.empty(),
            OptionalInt.empty(),
            10,
            RETRIES,
            Duration.ofMillis(10));
    return CrawlPlan.of(seeds)
        .depth(levelled ? new Depth(DEPTH) : Depth.UNLIMITED)
        .limits(limits)
        .politeness(new Politeness(1, delay, Duration.ofSeconds(60), true))
        .build();
  }
}
