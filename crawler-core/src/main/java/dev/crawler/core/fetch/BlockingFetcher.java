package dev.crawler.core.fetch;

/// Makes one request and waits for its end. Called by many threads at once, platform or virtual.
///
/// Keeps the total deadline to the last byte and the body limit by itself, follows no redirect,
/// retries nothing. Errors are values: [FetchResult.Unreachable], with reason `internal` for a
/// fault of its own. *Thread-safe.*
public interface BlockingFetcher extends AutoCloseable {
  /// Makes the request of the task and blocks until its answer, its failure, its deadline, or
  /// [#close()].
  FetchResult fetch(FetchTask task);

  /// Cancels what is under way, which then ends as `cancelled`, and frees every connection and
  /// thread. Idempotent.
  @Override
  void close();
}
