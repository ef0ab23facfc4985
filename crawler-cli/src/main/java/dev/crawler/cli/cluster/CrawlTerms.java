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
/// @param order how far links are followed, and in which order
/// @param concurrency fetches in flight
/// @param delay of each host
record CrawlTerms(Order order, int concurrency, Duration delay) {
  private static final int RETRIES = 2;

  /// How far links are followed, and in which order.
  enum Order {
    /// Not at all.
    LIST(0),
    /// To the end, one level after the other.
    LEVELS(100),
    /// To the end, as they come: depths and referrers are those of the first discovery.
    STREAM(Depth.UNLIMITED.value());

    private final int depth;

    Order(int depth) {
      this.depth = depth;
    }
  }

  /// Whether depths and referrers are the same each time.
  boolean isExact() {
    return order != Order.STREAM;
  }

  /// Options of the command.
  List<String> options() {
    return List.of(
        "--depth",
        order == Order.STREAM ? "unlimited" : String.valueOf(order.depth),
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
        .depth(new Depth(order.depth))
        .limits(limits)
        .politeness(new Politeness(1, delay, Duration.ofSeconds(60), true))
        .build();
  }
}
