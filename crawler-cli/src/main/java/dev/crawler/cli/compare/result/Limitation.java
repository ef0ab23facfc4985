package dev.crawler.cli.compare.result;

import java.util.Locale;

/// What held a crawl down most of the time. *Immutable.*
///
/// @param kind of it
/// @param text one line for a person, with the numbers that show it
public record Limitation(Kind kind, String text) {
  /// What there is.
  public enum Kind {
    /// The site did not serve more.
    SITE,
    /// All cores were busy, with the crawler and the site together.
    CPU,
    /// Hosts had to be left alone for their delay.
    DELAY,
    /// Every host had as many fetches in flight as it may: its latency.
    PER_HOST,
    /// As many fetches were in flight as allowed, or as the engine can: latency by concurrency.
    CONCURRENCY,
    /// Too few pages were there to fetch: the end of a level, or of the crawl.
    LEVEL,
    /// None of these.
    UNKNOWN;

    /// The name in JSON.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
