package dev.crawler.core.plan;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What bounds a crawl. *Immutable.*
///
/// @param concurrency fetches in flight, all hosts together
/// @param maxPages URLs taken on in all, in order of depth and key; none means no limit
/// @param maxHostPages URLs taken on of one host; none means [#HOST_PAGES] for discovered links and
///   no limit for seeds
/// @param maxRedirects hops from a link or seed to its final answer
/// @param retries further attempts after a failed one
/// @param retryWait before the first retry; doubles with each, with jitter
public record Limits(
    int concurrency,
    OptionalLong maxPages,
    OptionalInt maxHostPages,
    int maxRedirects,
    int retries,
    Duration retryWait) {
  /// Pages of one host beyond which further discovered links are taken for a trap.
  public static final int HOST_PAGES = 10_000;

  /// The contract's defaults.
  public static final Limits DEFAULT =
      new Limits(64, OptionalLong.empty(), OptionalInt.empty(), 10, 2, Duration.ofSeconds(1));

  /// Refuses nonsense.
  public Limits {
    if (concurrency < 1) {
      throw new IllegalArgumentException("concurrency must be 1 or more: " + concurrency);
    }
    if (maxPages.isPresent() && maxPages.getAsLong() < 1) {
      throw new IllegalArgumentException("max-pages must be 1 or more: " + maxPages.getAsLong());
    }
    if (maxHostPages.isPresent() && maxHostPages.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "max-host-pages must be 1 or more: " + maxHostPages.getAsInt());
    }
    if (maxRedirects < 0 || retries < 0 || retryWait.isNegative()) {
      throw new IllegalArgumentException(
          "redirects, retries and their wait must not be negative: %d, %d, %s"
              .formatted(maxRedirects, retries, retryWait));
    }
  }

  /// The same with so many fetches in flight.
  public Limits concurrency(int fetches) {
    return new Limits(fetches, maxPages, maxHostPages, maxRedirects, retries, retryWait);
  }
}
