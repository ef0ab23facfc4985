package dev.crawler.core.engine;

import java.time.Instant;
import java.time.InstantSource;

/// Wall-clock time of its start plus the time that has passed since: a step of the wall clock
/// changes no delay and no deadline. *Thread-safe.*
public final class MonotonicClock implements InstantSource {
  private final Instant anchor;
  private final long nanos;

  private MonotonicClock(Instant anchor, long nanos) {
    this.anchor = anchor;
    this.nanos = nanos;
  }

  /// Anchors a clock at the present.
  public static MonotonicClock start() {
    return new MonotonicClock(Instant.now(), System.nanoTime());
  }

  @Override
  public Instant instant() {
    return anchor.plusNanos(System.nanoTime() - nanos);
  }
}
