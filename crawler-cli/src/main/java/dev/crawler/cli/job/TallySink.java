package dev.crawler.cli.job;

import static java.util.Objects.requireNonNull;

import dev.crawler.core.engine.Lookout;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.Reason;
import dev.crawler.core.fetch.Settlement;
import dev.crawler.core.journal.Gist;
import dev.crawler.core.journal.Sums;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordOutcome;
import dev.crawler.core.record.Sink;
import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Counts the records that another sink has taken, and remembers the first error of that sink: what
/// the engine makes of it is the engine's affair, the exit code is ours. *Thread-safe.*
public final class TallySink implements Sink, Lookout.Gauge {
  private final Sink sink;
  private final Map<RecordOutcome, LongAdder> outcomes = new EnumMap<>(RecordOutcome.class);
  private final Map<Reason, LongAdder> reasons = new ConcurrentHashMap<>();
  private final LongAdder bytes = new LongAdder();
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicLong taken = new AtomicLong();
  private final AtomicReference<@Nullable IOException> error = new AtomicReference<>();

  public TallySink(Sink sink) {
    this.sink = sink;
    for (var outcome : RecordOutcome.values()) {
      outcomes.put(outcome, new LongAdder());
    }
  }

  @Override
  public void write(PageRecord page) throws IOException {
    guarded(() -> sink.write(page));
    count(Gist.of(page));
  }

  @Override
  public void write(PageRecord page, Settlement settlement) throws IOException {
    guarded(() -> sink.write(page, settlement));
    count(Gist.of(page));
  }

  /// Counts what a former process has written, or this one.
  void count(Gist gist) {
    counter(gist.outcome()).increment();
    if (gist.reason() != null) {
      counter(gist.reason()).increment();
    }
    bytes.add(gist.bytes());
  }

  /// Counts all that former processes have written.
  void count(Sums sums) {
    sums.outcomes().forEach((outcome, number) -> counter(outcome).add(number));
    sums.reasons().forEach((reason, number) -> counter(reason).add(number));
    bytes.add(sums.bytes());
  }

  /// What was counted.
  Sums sums() {
    var ends = new EnumMap<RecordOutcome, Long>(RecordOutcome.class);
    outcomes.forEach((outcome, number) -> ends.put(outcome, number.sum()));
    var whys = new HashMap<Reason, Long>();
    reasons.forEach((reason, number) -> whys.put(reason, number.sum()));
    return new Sums(ends, whys, bytes.sum());
  }

  @Override
  public void flush() throws IOException {
    guarded(sink::flush);
  }

  /// Closes the sink; a failure shows in [#error()] alone.
  @Override
  public void close() {
    try {
      sink.close();
    } catch (IOException e) {
      error.compareAndSet(null, e);
    }
  }

  /// The first error of the sink, if there was one.
  Optional<IOException> error() {
    return Optional.ofNullable(error.get());
  }

  @Override
  public long waiting() {
    return waiting.get();
  }

  @Override
  public long taken() {
    return taken.get();
  }

  /// Records so far.
  long count() {
    return outcomes.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /// Records with that outcome so far.
  public long count(RecordOutcome outcome) {
    return counter(outcome).sum();
  }

  /// Reasons of that outcome with their numbers, most frequent first.
  public Map<String, Long> reasons(RecordOutcome outcome) {
    var counts = new LinkedHashMap<String, Long>();
    reasons.entrySet().stream()
        .filter(entry -> outcomeOf(entry.getKey()) == outcome)
        .sorted(
            Comparator.comparingLong((Map.Entry<Reason, LongAdder> e) -> -e.getValue().sum())
                .thenComparing(entry -> entry.getKey().label()))
        .forEach(entry -> counts.put(entry.getKey().label(), entry.getValue().sum()));
    return counts;
  }

  /// Decoded bytes of all bodies so far.
  public long bytes() {
    return bytes.sum();
  }

  private LongAdder counter(RecordOutcome outcome) {
    return requireNonNull(outcomes.get(outcome));
  }

  private LongAdder counter(Reason reason) {
    return reasons.computeIfAbsent(reason, _ -> new LongAdder());
  }

  private static RecordOutcome outcomeOf(Reason reason) {
    return switch (reason) {
      case FailureReason _ -> RecordOutcome.FAILED;
      case ExclusionReason _ -> RecordOutcome.EXCLUDED;
    };
  }

  private void guarded(Action action) throws IOException {
    waiting.incrementAndGet();
    try {
      action.run();
    } catch (IOException e) {
      error.compareAndSet(null, e);
      throw e;
    } finally {
      taken.incrementAndGet();
      waiting.decrementAndGet();
    }
  }

  @FunctionalInterface
  private interface Action {
    void run() throws IOException;
  }
}
