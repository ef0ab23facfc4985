package dev.crawler.tck.fetcher;

import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.url.CrawlUrl;

/// What the parts of the contract know of the fetcher that they are run on. What calls back is
/// waited for, so that a scenario is written once.
interface FetcherUnderTest {
  /// A new fetcher with connections of its own, for a few fetches at once.
  BlockingFetcher fetcher(HttpSettings settings, NameResolver resolver);

  /// A new fetcher that trusts the authority of test servers and no other, and finds every name
  /// here. Not open at the same time as another one.
  default BlockingFetcher trusting() {
    var local = Fetching.resolving("127.0.0.1");
    return TrustingFetcher.of(() -> fetcher(Fetching.UNHURRIED, local));
  }

  /// A new fetcher that asks the system for addresses.
  default BlockingFetcher fetcher(HttpSettings settings) {
    return fetcher(settings, NameResolver.SYSTEM);
  }

  /// Fetches one URL with a fetcher of its own.
  default FetchResult fetch(CrawlUrl url) {
    try (var fetcher = fetcher(Fetching.UNHURRIED)) {
      return fetcher.fetch(Fetching.task(url));
    }
  }
}
