package dev.crawler.http;

import dev.crawler.core.fetch.CallbackFetcher;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.HttpSettings;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// The blocking fetcher behind callbacks, until the asynchronous client is there. *Thread-safe.*
public final class ApacheCallbackFetcher implements CallbackFetcher {
  private final ApacheFetcher fetcher;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private ApacheCallbackFetcher(ApacheFetcher fetcher) {
    this.fetcher = fetcher;
  }

  /// A fetcher of its own connections and threads.
  public static ApacheCallbackFetcher of(
      HttpSettings settings, NameResolver resolver, InstantSource clock, int maxConnections) {
    return new ApacheCallbackFetcher(ApacheFetcher.of(settings, resolver, clock, maxConnections));
  }

  @Override
  public void fetch(FetchTask task, Consumer<FetchResult> callback) {
    threads.execute(() -> callback.accept(fetcher.fetch(task)));
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
