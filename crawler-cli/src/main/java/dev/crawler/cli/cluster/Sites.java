package dev.crawler.cli.cluster;

import dev.crawler.cli.cluster.CrawlTerms.Order;
import dev.crawler.tck.site.Feature;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import java.time.Duration;

/// The sites that crawls by several processes are tried on.
final class Sites {
  /// Level by level, so that levels are released while workers die.
  static final CrawlTerms LEVELLED = new CrawlTerms(Order.LEVELS, 12, Duration.ofMillis(20));

  /// As it comes.
  static final CrawlTerms STREAMING = new CrawlTerms(Order.STREAM, 12, Duration.ofMillis(20));

  /// Quick, for what is tried hundreds of times.
  static final CrawlTerms SWIFT_LEVELS = new CrawlTerms(Order.LEVELS, 12, Duration.ofMillis(8));

  /// The same as it comes.
  static final CrawlTerms SWIFT_STREAM = new CrawlTerms(Order.STREAM, 12, Duration.ofMillis(8));

  /// Slow enough for what takes seconds to happen within the crawl.
  static final CrawlTerms UNHURRIED = new CrawlTerms(Order.STREAM, 12, Duration.ofMillis(400));

  private Sites() {}

  /// A few hundred pages of all kinds on more hosts than there are workers.
  static Site varied(long seed, CrawlTerms terms) {
    return Site.of(seed, plan(terms, 10, 12));
  }

  /// Some dozen pages of all kinds.
  static Site small(long seed, CrawlTerms terms) {
    return Site.of(seed, plan(terms, 6, 6).maxLatency(Duration.ofMillis(5)));
  }

  /// A few pages on each of many hosts.
  static Site broad(long seed, CrawlTerms terms) {
    return Site.of(seed, plan(terms, 60, 4));
  }

  /// Some twenty seconds of crawling.
  static Site lasting(long seed) {
    var plan = plan(UNHURRIED, 12, 40).without(Feature.ROBOTS, Feature.TRANSIENT_FAULTS);
    return Site.of(seed, plan);
  }

  /// In a streaming crawl a record says in which spelling its URL was met first, and a chain of
  /// redirects is as long as where it was entered: neither can be compared.
  private static SitePlan plan(CrawlTerms terms, int hosts, int pages) {
    var plan = SitePlan.SMALL.hosts(hosts).pagesPerHost(pages).maxLatency(Duration.ofMillis(20));
    return terms.isExact()
        ? plan
        : plan.without(Feature.SPELLINGS, Feature.CHAINS, Feature.OUTSIDE);
  }
}
