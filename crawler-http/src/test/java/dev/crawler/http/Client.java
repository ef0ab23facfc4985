package dev.crawler.http;

import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.url.CrawlUrl;
import java.time.InstantSource;

/// The clients, all of which play every scenario. What calls back is waited for, so that a scenario
/// is written once.
enum Client {
  BLOCKING {
    @Override
    BlockingFetcher fetcher(HttpSettings settings, NameResolver resolver) {
      return ApacheFetcher.of(settings, resolver, InstantSource.system(), FETCHES);
    }

    @Override
    BlockingFetcher trusting(TestCertificate certificate, NameResolver resolver) {
      return ApacheFetcher.trusting(
          Fetching.QUICK, resolver, InstantSource.system(), Tls.trusting(certificate.trusting()));
    }
  },

  CALLBACKS {
    @Override
    BlockingFetcher fetcher(HttpSettings settings, NameResolver resolver) {
      return new AwaitedFetcher(
          ApacheCallbackFetcher.of(settings, resolver, InstantSource.system(), FETCHES));
    }

    @Override
    BlockingFetcher trusting(TestCertificate certificate, NameResolver resolver) {
      return new AwaitedFetcher(
          ApacheCallbackFetcher.trusting(
              Fetching.QUICK,
              resolver,
              InstantSource.system(),
              Tls.trusting(certificate.trusting())));
    }
  };

  private static final int FETCHES = 8;

  abstract BlockingFetcher fetcher(HttpSettings settings, NameResolver resolver);

  /// A fetcher that trusts one certificate more than usual, or less.
  abstract BlockingFetcher trusting(TestCertificate certificate, NameResolver resolver);

  BlockingFetcher fetcher(HttpSettings settings) {
    return fetcher(settings, NameResolver.SYSTEM);
  }

  /// Fetches one URL with a fetcher of its own.
  FetchResult fetch(CrawlUrl url) {
    try (var fetcher = fetcher(Fetching.QUICK)) {
      return fetcher.fetch(Fetching.task(url));
    }
  }
}
