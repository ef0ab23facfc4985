package dev.crawler.core.fetch;

import dev.crawler.core.url.CrawlUrl;
import java.util.List;
import java.util.Map;

/// What came of all sitemaps of a crawl. *Immutable.*
///
/// @param named what robots.txt files say of sitemaps, in the order in which they were read
/// @param verdicts what each sitemap came to, by the key of its URL; one that is missing was not to
///   be fetched
public record SitemapsRead(List<Named> named, Map<String, SitemapVerdict> verdicts) {
  /// The `Sitemap` lines of one robots.txt. *Immutable.*
  ///
  /// @param robotsTxt where it was asked for
  /// @param texts what the lines say
  public record Named(CrawlUrl robotsTxt, List<String> texts) {
    /// Copies the list.
    public Named {
      texts = List.copyOf(texts);
    }
  }

  /// Copies list and map.
  public SitemapsRead {
    named = List.copyOf(named);
    verdicts = Map.copyOf(verdicts);
  }
}
