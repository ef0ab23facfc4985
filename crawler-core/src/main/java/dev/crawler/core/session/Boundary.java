package dev.crawler.core.session;

import dev.crawler.core.plan.UrlFilter;
import dev.crawler.core.url.CrawlUrl;

/// Which URLs belong to the crawl: by the scope of its seeds, and by patterns. *Confined to its
/// session.*
final class Boundary {
  private final Scope scope;
  private final UrlFilter filter;
  private final CrawlListener listener;
  private long left;

  Boundary(Scope scope, UrlFilter filter, CrawlListener listener) {
    this.scope = scope;
    this.filter = filter;
    this.listener = listener;
  }

  /// Whether a discovered URL belongs; counts those that do not.
  boolean admits(CrawlUrl url) {
    if (belongs(url)) {
      return true;
    }
    left++;
    listener.outOfScope(url);
    return false;
  }

  boolean belongs(CrawlUrl url) {
    return scope.admits(url) && filter.admits(url);
  }

  /// Whether a seed belongs, which makes the scope itself.
  boolean admitsSeed(CrawlUrl url) {
    return filter.admits(url);
  }

  /// Discovered links that do not belong, counted with repetitions.
  long outOfScope() {
    return left;
  }
}
