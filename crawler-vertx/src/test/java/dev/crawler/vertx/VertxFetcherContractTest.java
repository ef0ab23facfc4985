package dev.crawler.vertx;

import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.tck.fetcher.AwaitedFetcher;
import dev.crawler.tck.fetcher.FetcherContract;

final class VertxFetcherContractTest extends FetcherContract {
  @Override
  public BlockingFetcher fetcher(HttpSettings settings, NameResolver resolver) {
    return new AwaitedFetcher(new LoopFetcher(settings, resolver));
  }
}
