package dev.crawler.core.engine;

import dev.crawler.core.session.CrawlReport;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// How a run ends: once, by itself or by a fault; what it was made of is closed, and only then
/// those who wait are told. A thread cannot wait for its own end, so another one waits for all
/// those of the run. It is there from the start, so that a run can also end because no more threads
/// can be had. *Thread-safe.*
public final class Ending {
  private final Supplier<CrawlReport> report;
  private final List<AutoCloseable> parts;
  private final CompletableFuture<Optional<Throwable>> begun = new CompletableFuture<>();
  private final CompletableFuture<CrawlReport> completion = new CompletableFuture<>();

  /// @param report asked for when every part is closed
  /// @param parts closed in this order; closing one returns when its threads are gone
  public Ending(Supplier<CrawlReport> report, AutoCloseable... parts) {
    this.report = report;
    this.parts = List.of(parts);
    Thread.ofPlatform().daemon().name("crawl-end").start(() -> end(begun.join()));
  }

  /// Whether the run is over, or about to be.
  public boolean isBegun() {
    return begun.isDone();
  }

  /// The session is exhausted.
  public void begin() {
    begun.complete(Optional.empty());
  }

  /// The run cannot go on. Nothing happens when it has ended already: the first end counts.
  public void beginWith(Throwable fault) {
    begun.complete(Optional.of(fault));
  }

  /// As [CrawlRun#completion()].
  public CompletionStage<CrawlReport> completion() {
    return completion.minimalCompletionStage();
  }

  /// Waits for the end, whichever it is.
  public void await() {
    completion.handle((_, _) -> true).join();
  }

  private void end(Optional<Throwable> fault) {
    var first = fault;
    for (var part : parts) {
      try {
        part.close();
      } catch (Exception | Error e) { // the others must be closed all the same
        first = Optional.of(first.orElse(e));
      }
    }
    first.ifPresentOrElse(
        completion::completeExceptionally, () -> completion.complete(report.get()));
  }
}
