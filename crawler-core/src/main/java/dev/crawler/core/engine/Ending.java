package dev.crawler.core.engine;

import dev.crawler.core.session.CrawlReport;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How a run ends: once, by itself or by a fault; what it was made of is closed, and only then
/// those who wait are told. A thread cannot wait for its own end, so another one waits for all
/// those of the run. *Thread-safe.*
public final class Ending {
  private final Supplier<CrawlReport> report;
  private final List<AutoCloseable> parts;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CompletableFuture<CrawlReport> completion = new CompletableFuture<>();

  /// @param report asked for when every part is closed
  /// @param parts closed in this order; closing one returns when its threads are gone
  public Ending(Supplier<CrawlReport> report, AutoCloseable... parts) {
    this.report = report;
    this.parts = List.of(parts);
  }

  /// Whether the run is over, or about to be.
  public boolean isBegun() {
    return begun.get();
  }

  /// The session is exhausted.
  public void begin() {
    begin(null);
  }

  /// The run cannot go on. Nothing happens when it has ended already: the first end counts.
  public void beginWith(Throwable fault) {
    begin(fault);
  }

  /// As [CrawlRun#completion()].
  public CompletionStage<CrawlReport> completion() {
    return completion.minimalCompletionStage();
  }

  /// Waits for the end, whichever it is.
  public void await() {
    completion.handle((_, _) -> true).join();
  }

  private void begin(@Nullable Throwable fault) {
    if (begun.compareAndSet(false, true)) {
      Thread.ofVirtual().name("crawl-end").start(() -> end(fault));
    }
  }

  private void end(@Nullable Throwable fault) {
    var first = fault;
    for (var part : parts) {
      try {
        part.close();
      } catch (Exception | Error e) { // the others must be closed all the same
        first = first == null ? e : first;
      }
    }
    if (first == null) {
      completion.complete(report.get());
    } else {
      completion.completeExceptionally(first);
    }
  }
}
