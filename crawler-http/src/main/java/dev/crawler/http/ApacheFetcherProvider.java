package dev.crawler.http;

import dev.crawler.core.engine.FetcherProvider;
import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.HttpSettings;
import java.time.InstantSource;

/// Opens [ApacheFetcher]s. *Thread-safe.*
public final class ApacheFetcherProvider implements FetcherProvider {
  @Override
  public BlockingFetcher open(HttpSettings settings, NameResolver resolver, InstantSource clock) {
    return ApacheFetcher.of(settings, resolver, clock, 1);
  }
}
