package dev.crawler.core.engine;

import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.Progress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/// A crawl under way. *Thread-safe.*
public interface CrawlRun extends AutoCloseable {
  /// Ends with the report when every record is written and every thread of the run is gone, or
  /// exceptionally when the crawl could not go on: with the [java.io.IOException] of the sink, or
  /// the fault itself.
  CompletionStage<CrawlReport> completion();

  /// Waits for the end.
  ///
  /// @throws CrawlFailedException with the cause that [#completion()] would have had
  default CrawlReport await() throws InterruptedException {
    try {
      return completion().toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw new CrawlFailedException(e.getCause() == null ? e : e.getCause());
    }
  }

  /// Takes nothing more on and lets what is in flight end. Returns at once. Idempotent.
  void stop();

  /// Where the crawl stands.
  Progress progress();

  /// How late the engine's event loop has been so far; empty when it has none.
  default Optional<LoopLag> lag() {
    return Optional.empty();
  }

  /// The processes that do the work, lost ones included, in the order in which they began; empty
  /// when all is done by this one.
  default List<WorkerProgress> workers() {
    return List.of();
  }

  /// Stops, cancels what is in flight, and returns when nothing of the run is left. Idempotent.
  @Override
  void close();
}
