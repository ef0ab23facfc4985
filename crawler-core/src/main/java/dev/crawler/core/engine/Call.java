package dev.crawler.core.engine;

import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The callback of one fetch. The first answer counts, whoever gives it; later ones go nowhere.
/// *Thread-safe.*
public final class Call implements Consumer<FetchResult> {
  private final FetchTask task;
  private final Instant since;
  private final BiConsumer<Call, FetchResult> next;
  private final AtomicBoolean answered = new AtomicBoolean();

  /// A call that begins now.
  ///
  /// @param next what to do with the answer, on the thread that brings it
  public Call(FetchTask task, Instant since, BiConsumer<Call, FetchResult> next) {
    this.task = task;
    this.since = since;
    this.next = next;
  }

  /// What was asked for.
  public FetchTask task() {
    return task;
  }

  /// When.
  public Instant since() {
    return since;
  }

  @Override
  public void accept(FetchResult result) {
    var _ = isAnsweredBy(result);
  }

  /// Takes the answer; whether it is the first, and so counts.
  boolean isAnsweredBy(FetchResult result) {
    boolean first = answered.compareAndSet(false, true);
    if (first) {
      next.accept(this, result);
    }
    return first;
  }
}
