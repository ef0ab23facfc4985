package dev.crawler.core.session;

import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.RobotsVerdict;
import dev.crawler.core.url.CrawlUrl;

/// What one shard of a crawl has for another. Taking one in twice does no harm. *Immutable.*
public sealed interface Dispatch {
  /// The URL whose shard it is for.
  CrawlUrl addressee();

  /// A link that belongs there.
  record Found(Link link) implements Dispatch {
    @Override
    public CrawlUrl addressee() {
      return link.url();
    }
  }

  /// A robots.txt to be fetched there, because one was redirected to it.
  ///
  /// @param moved where it is; its referrer is the robots.txt that was asked for
  record RobotsWanted(Link moved) implements Dispatch {
    @Override
    public CrawlUrl addressee() {
      return moved.url();
    }
  }

  /// What came of a robots.txt that was redirected.
  ///
  /// @param asked the robots.txt that was asked for
  record RobotsRuled(CrawlUrl asked, RobotsVerdict verdict) implements Dispatch {
    @Override
    public CrawlUrl addressee() {
      return asked;
    }
  }
}
