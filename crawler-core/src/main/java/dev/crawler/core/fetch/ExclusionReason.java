package dev.crawler.core.fetch;

import java.util.Locale;

/// Why a URL was not fetched.
public enum ExclusionReason implements Reason {
  /// Disallowed by robots.txt.
  ROBOTS,
  /// Its robots.txt could not be had, so nothing of the origin is fetched (RFC 9309 section
  /// 2.3.1.4).
  ROBOTS_UNAVAILABLE,
  /// A seed outside `--include` or inside `--exclude`.
  SCOPE,
  /// Its address is loopback, private or otherwise not for a crawler.
  ADDRESS,
  /// Reached by more redirects than allowed.
  REDIRECT_LIMIT,
  /// No URL at all.
  INVALID_URL,
  /// Neither http nor https.
  UNSUPPORTED_SCHEME,
  /// Too long, too deep or repeating itself.
  TRAP,
  /// Its host has had as many pages as allowed.
  HOST_LIMIT,
  /// The crawl has had as many pages as allowed.
  PAGE_LIMIT,
  /// The crawl was stopped before its turn.
  CANCELLED;

  private final String label = name().toLowerCase(Locale.ROOT);

  @Override
  public String label() {
    return label;
  }
}
