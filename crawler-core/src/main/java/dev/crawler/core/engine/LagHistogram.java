package dev.crawler.core.engine;

import java.time.Duration;

/// Counts waits by their length, in steps of an eighth of a power of two. *Thread-safe.*
final class LagHistogram {
  private static final int STEPS = 8;
  private static final int SHIFT = Integer.numberOfTrailingZeros(STEPS);

  private final long[] counts = new long[STEPS * Long.SIZE];
  private long samples;
  private long worst;

  synchronized void add(long nanos) {
    long wait = Math.max(0, nanos);
    counts[bucket(wait)]++;
    samples++;
    worst = Math.max(worst, wait);
  }

  /// @param pending a wait that has not ended
  synchronized LoopLag lag(long pending) {
    return new LoopLag(
        samples, quantile(0.5), quantile(0.99), Duration.ofNanos(Math.max(worst, pending)));
  }

  private Duration quantile(double share) {
    long rank = (long) Math.ceil(share * samples);
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= rank && seen > 0) {
        return Duration.ofNanos(Math.min(worst, upperBound(i)));
      }
    }
    return Duration.ZERO;
  }

  private static int bucket(long nanos) {
    if (nanos < STEPS) {
      return (int) nanos;
    }
    int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos);
    int step = (int) (nanos >>> power - SHIFT) & STEPS - 1;
    return STEPS * (power - SHIFT + 1) + step;
  }

  private static long upperBound(int bucket) {
    if (bucket < STEPS) {
      return bucket;
    }
    int shift = bucket / STEPS - 1;
    return ((long) (STEPS + bucket % STEPS + 1) << shift) - 1;
  }
}
