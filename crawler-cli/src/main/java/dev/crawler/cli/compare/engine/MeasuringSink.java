package dev.crawler.cli.compare.engine;

import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordOutcome;
import dev.crawler.core.record.Sink;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Hands records on and notes how long their fetches took, and all until then. *Thread-safe.*
final class MeasuringSink implements Sink {
  private final Sink sink;
  private final InstantSource clock;
  private final Times fetchTimes = new Times();
  private final Times pageTimes = new Times();
  private final LongAdder pages = new LongAdder();
  private final AtomicReference<@Nullable Instant> first = new AtomicReference<>();

  /// @param clock that fetches are timed by
  MeasuringSink(Sink sink, InstantSource clock) {
    this.sink = sink;
    this.clock = clock;
  }

  @Override
  public void write(PageRecord page) throws IOException {
    sink.write(page);
    if (page.outcome() != RecordOutcome.EXCLUDED) {
      pages.increment();
    }
    var elapsed = page.trace().elapsed();
    if (elapsed != null) {
      fetchTimes.add(elapsed);
    }
    var at = page.trace().fetchedAt();
    if (at != null) {
      pageTimes.add(Duration.between(at, clock.instant()));
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

  /// Of a page's last fetch.
  Times fetchTimes() {
    return fetchTimes;
  }

  /// From the start of that until the record was written.
  Times pageTimes() {
    return pageTimes;
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
