package dev.crawler.tck.fetcher;

import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.CallbackFetcher;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import java.util.concurrent.CompletableFuture;

/// Waits for what is called back.
///
/// @param fetcher calls back
public record AwaitedFetcher(CallbackFetcher fetcher) implements BlockingFetcher {
  @Override
  public FetchResult fetch(FetchTask task) {
    var result = new CompletableFuture<FetchResult>();
    fetcher.fetch(
        task,
        came -> {
          if (!result.complete(came)) {
            throw new AssertionError("called back twice: " + came);
          }
        });
    return result.join();
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
