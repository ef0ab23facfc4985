package dev.crawler.cli.compare.engine;

import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordOutcome;
import dev.crawler.core.record.Sink;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Hands records on and notes how long their fetches took. *Thread-safe.*
final class MeasuringSink implements Sink {
  private final Sink sink;
  private final FetchTimes times = new FetchTimes();
  private final LongAdder pages = new LongAdder();
  private final AtomicReference<@Nullable Instant> first = new AtomicReference<>();

  MeasuringSink(Sink sink) {
    this.sink = sink;
  }

  @Override
  public void write(PageRecord page) throws IOException {
    sink.write(page);
    if (page.outcome() != RecordOutcome.EXCLUDED) {
      pages.increment();
    }
    var elapsed = page.trace().elapsed();
    if (elapsed != null) {
      times.add(elapsed);
    }
    var at = page.trace().fetchedAt();
    if (at != null) {
      first.accumulateAndGet(at, MeasuringSink::earlier);
    }
  }

  @Override
  public void flush() throws IOException {
    sink.flush();
  }

  /// Makes the file final: no record comes any more.
  void complete() throws IOException {
    sink.close();
  }

  @Override
  public void close() throws IOException {
    complete();
  }

  /// Records that came of an answer or of the lack of one.
  long pages() {
    return pages.sum();
  }

  FetchTimes fetchTimes() {
    return times;
  }

  /// When the first page was asked for, as far as records tell; a robots.txt comes before.
  Optional<Instant> firstFetchAt() {
    return Optional.ofNullable(first.get());
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
