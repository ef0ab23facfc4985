package dev.crawler.core.session;

/// What came of sitemaps, in numbers. *Immutable.*
///
/// @param read sitemaps that were read, if only in part
/// @param failed sitemaps that could not be had
/// @param urls pages that they list, counted with repetitions
/// @param foreign pages among them of hosts that they may not speak for
/// @param unusable entries that are no URL to crawl
public record SitemapReport(long read, long failed, long urls, long foreign, long unusable) {
  /// No sitemaps.
  public static final SitemapReport NONE = new SitemapReport(0, 0, 0, 0, 0);

  /// This part and another one.
  SitemapReport plus(SitemapReport other) {
    return new SitemapReport(
        read + other.read,
        failed + other.failed,
        urls + other.urls,
        foreign + other.foreign,
        unusable + other.unusable);
  }
}
