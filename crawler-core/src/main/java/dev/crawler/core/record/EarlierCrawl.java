package dev.crawler.core.record;

import dev.crawler.core.fetch.Validators;
import dev.crawler.core.url.CrawlUrl;
import java.util.Optional;

/// What an earlier crawl found, by which a new one asks for what has changed alone. *Thread-safe.*
public interface EarlierCrawl {
  /// Knows nothing: every page is asked for.
  EarlierCrawl NONE =
      new EarlierCrawl() {
        @Override
        public Validators validators(CrawlUrl url) {
          return Validators.NONE;
        }

        @Override
        public Optional<PageRecord> page(CrawlUrl url) {
          return Optional.empty();
        }
      };

  /// Which version of that page it found; [Validators#NONE] when it did not find it whole. Asked
  /// once for each page by the session, which must not wait: no I/O.
  Validators validators(CrawlUrl url);

  /// The record of that page. Asked where pages are handled, for a page that has not changed; may
  /// read a file. Empty when it cannot be had any more.
  Optional<PageRecord> page(CrawlUrl url);
}
