package dev.crawler.tck.fetcher;

import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.CallbackFetcher;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Waits for what is called back. What comes a second time is told when it is closed: of what its
/// callback throws, a fetcher tells the thread's handler, and no test. *Thread-safe.*
public final class AwaitedFetcher implements BlockingFetcher {
  private final CallbackFetcher fetcher;
  private final Queue<FetchResult> doubled = new ConcurrentLinkedQueue<>();

  /// @param fetcher calls back
  public AwaitedFetcher(CallbackFetcher fetcher) {
    this.fetcher = fetcher;
  }

  @Override
  public FetchResult fetch(FetchTask task) {
    var result = new CompletableFuture<FetchResult>();
    fetcher.fetch(
        task,
        came -> {
          if (!result.complete(came)) {
            doubled.add(came);
          }
        });
    return result.join();
  }

  /// Closes the fetcher.
  ///
  /// @throws AssertionError when it has called back more than once for one task
  @Override
  public void close() {
    fetcher.close();
    if (!doubled.isEmpty()) {
      throw new AssertionError("called back twice: " + doubled);
    }
  }
}
