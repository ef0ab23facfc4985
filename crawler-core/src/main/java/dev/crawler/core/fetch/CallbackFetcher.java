package dev.crawler.core.fetch;

import java.util.function.Consumer;

/// Makes one request and calls back at its end. Called by one thread or many, none of which it
/// keeps.
///
/// Keeps the total deadline to the last byte and the body limit by itself, follows no redirect,
/// retries nothing. Errors are values: [FetchResult.Unreachable], with reason `internal` for a
/// fault of its own. *Thread-safe.*
public interface CallbackFetcher extends AutoCloseable {
  /// Starts the request of the task and returns.
  ///
  /// @param callback called exactly once: with the answer, the failure, at the deadline or at
  ///   [#close()]; on a thread of the fetcher, which it must not block, or on the caller's
  void fetch(FetchTask task, Consumer<FetchResult> callback);

  /// Cancels what is under way, which then ends as `cancelled`, and frees every connection and
  /// thread. Idempotent.
  @Override
  void close();
}
