package dev.crawler.core.fetch;

import dev.crawler.core.url.CrawlUrl;
import java.util.List;

/// What the fetch of a sitemap came to. *Immutable.*
public sealed interface SitemapVerdict {
  /// What it lists: pages, or further sitemaps when it is an index.
  ///
  /// @param pages in its order
  /// @param sitemaps in its order
  /// @param unusable entries that are no URL to crawl
  /// @param cut whether it goes on beyond what was read
  record Listed(List<CrawlUrl> pages, List<CrawlUrl> sitemaps, int unusable, boolean cut)
      implements SitemapVerdict {
    /// Copies the lists.
    public Listed {
      pages = List.copyOf(pages);
      sitemaps = List.copyOf(sitemaps);
    }
  }

  /// 3xx with a target that can be crawled.
  record Moved(CrawlUrl target) implements SitemapVerdict {}

  /// It could not be had, or is no sitemap; `why` is a line for a person.
  record Unavailable(String why) implements SitemapVerdict {}
}
