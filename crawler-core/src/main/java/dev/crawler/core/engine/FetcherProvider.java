package dev.crawler.core.engine;

import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.HttpSettings;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.ServiceLoader;

/// A way to a blocking fetcher for who wants single answers and no crawl. Found by [ServiceLoader],
/// so that nobody but engines need know a client library. *Thread-safe.*
public interface FetcherProvider {
  /// A fetcher for one request at a time. Who opens it closes it.
  BlockingFetcher open(HttpSettings settings, NameResolver resolver, InstantSource clock);

  /// The one on the class path.
  ///
  /// @throws NoSuchElementException when there is none
  static FetcherProvider find() {
    return ServiceLoader.load(FetcherProvider.class)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no HTTP client on the class path"));
  }
}
