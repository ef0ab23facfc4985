package dev.crawler.core.fetch;

import dev.crawler.core.url.CrawlUrl;
import java.util.List;

/// What a robots.txt fetch came to (RFC 9309 section 2.3.1). *Immutable.*
public sealed interface RobotsVerdict {
  /// 2xx, or 4xx with rules that allow everything.
  ///
  /// @param sitemaps what its `Sitemap` lines say
  record Found(RobotsRules rules, List<String> sitemaps) implements RobotsVerdict {
    /// Copies the list.
    public Found {
      sitemaps = List.copyOf(sitemaps);
    }

    /// Rules without sitemaps.
    public Found(RobotsRules rules) {
      this(rules, List.of());
    }
  }

  /// 3xx with a target that can be crawled.
  record Moved(CrawlUrl target) implements RobotsVerdict {}

  /// 5xx, 429 or a network error: nothing of the origin may be fetched.
  record Unavailable() implements RobotsVerdict {}

  /// The host name has no address: nothing of the origin can be fetched, so its pages fail
  /// likewise.
  record Unresolved() implements RobotsVerdict {}

  /// The address may not be connected to, so neither may any page of the origin.
  record Forbidden() implements RobotsVerdict {}
}
