package dev.crawler.cli.cluster;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for what other processes do, of which nobody tells: looks again and again, never longer
/// than was said.
final class Await {
  private static final long LOOK_NANOS = 20_000_000;

  private Await() {}

  /// Returns as soon as it is so, or when the time is over: whether it is so.
  static boolean until(BooleanSupplier condition, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() >= end) {
        return condition.getAsBoolean();
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return true;
  }

  /// Returns as soon as it is so.
  ///
  /// @throws AssertionError when it does not come about in time, with what is known then
  static void that(
      String what, BooleanSupplier condition, Duration longest, Supplier<String> story) {
    if (!until(condition, longest)) {
      throw new AssertionError("not within " + longest + ": " + what + "\n" + story.get());
    }
  }
}
