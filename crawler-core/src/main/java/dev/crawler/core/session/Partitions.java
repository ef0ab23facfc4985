package dev.crawler.core.session;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;

/// Which shard a URL belongs to: the same for all URLs of a host, and for all of a registrable
/// domain where budgets are kept by domain. *Immutable.*
public interface Partitions {
  /// That of a URL.
  int of(CrawlUrl url);

  /// That of a text that is no URL to crawl.
  int ofText(String text);

  /// That of a URL or text that is excluded.
  default int of(Exclusion exclusion) {
    return switch (CrawlUrl.parse(exclusion.url())) {
      case UrlResult.Valid(var url) -> of(url);
      case UrlResult.Invalid _, UrlResult.Unsupported _ -> ofText(exclusion.url());
    };
  }
}
