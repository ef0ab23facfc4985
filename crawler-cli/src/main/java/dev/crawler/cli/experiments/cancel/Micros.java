package dev.crawler.cli.experiments.cancel;

import java.time.Instant;

/// Moments, as they pass between processes.
final class Micros {
  private static final long A_SECOND = 1_000_000;
  private static final long NANOS = 1_000;

  private Micros() {}

  /// Microseconds since 1970.
  static long of(Instant instant) {
    return instant.getEpochSecond() * A_SECOND + instant.getNano() / NANOS;
  }
}
