package dev.crawler.core.plan;

import java.time.Duration;

/// How gently hosts are treated. *Immutable.*
///
/// @param perHost fetches in flight to one host, at least 1
/// @param delay between the end of one fetch and the start of the next; between starts when
///   `perHost` is above 1
/// @param maxCrawlDelay cap on a robots.txt's `Crawl-delay`
/// @param obeyRobots whether robots.txt is fetched and obeyed
public record Politeness(int perHost, Duration delay, Duration maxCrawlDelay, boolean obeyRobots) {
  /// One at a time, 250 ms between them, robots obeyed.
  public static final Politeness DEFAULT =
      new Politeness(1, Duration.ofMillis(250), Duration.ofSeconds(60), true);

  /// Refuses nonsense.
  public Politeness {
    if (perHost < 1) {
      throw new IllegalArgumentException("per-host must be 1 or more: " + perHost);
    }
    if (delay.isNegative() || maxCrawlDelay.isNegative()) {
      throw new IllegalArgumentException(
          "a delay must not be negative: " + delay + ", " + maxCrawlDelay);
    }
  }

  /// What is kept between fetches of a host whose robots.txt asks for that `Crawl-delay`: it slows
  /// down, up to the cap, and never speeds up.
  public Duration delayUnder(Duration crawlDelay) {
    var capped = crawlDelay.compareTo(maxCrawlDelay) > 0 ? maxCrawlDelay : crawlDelay;
    return capped.compareTo(delay) > 0 ? capped : delay;
  }
}
