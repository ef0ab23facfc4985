package dev.crawler.http;

import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.tck.fetcher.FetcherContract;
import java.time.InstantSource;

final class ApacheFetcherContractTest extends FetcherContract {
  @Override
  public BlockingFetcher fetcher(HttpSettings settings, NameResolver resolver) {
    return ApacheFetcher.of(settings, resolver, InstantSource.system(), 8);
  }
}
