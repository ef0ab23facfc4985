package dev.crawler.core.session;

import java.time.Duration;
import java.util.SplittableRandom;

/// Waits that double, with jitter so that many clients do not come back at once. *Confined to its
/// session.*
final class Backoff {
  private static final int MAX_DOUBLINGS = 10;

  private final Duration base;
  private final SplittableRandom random;

  /// @param base wait before the first retry
  /// @param seed of the jitter
  Backoff(Duration base, long seed) {
    this.base = base;
    this.random = new SplittableRandom(seed);
  }

  /// The wait after that failed attempt: base, doubled for each further one, and up to half of it
  /// more.
  Duration afterAttempt(int attempt) {
    return jittered(base.multipliedBy(1L << Math.min(attempt - 1, MAX_DOUBLINGS)));
  }

  /// Twice the pace of a host that has enough, at least the base.
  Duration doubled(Duration pace) {
    var doubled = pace.plus(pace);
    return jittered(doubled.compareTo(base) > 0 ? doubled : base);
  }

  private Duration jittered(Duration wait) {
    var nanos = wait.toNanos();
    return Duration.ofNanos(nanos + random.nextLong(nanos / 2 + 1));
  }
}
