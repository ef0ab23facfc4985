package dev.crawler.threads;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Of the workers that wait at a monitor, one keeps the time of the next turn: if all did, all
/// would wake for it. *Guarded by that monitor.*
final class Alarm {
  private final Object monitor;
  private @Nullable Instant set;

  Alarm(Object monitor) {
    this.monitor = monitor;
  }

  /// Waits for that instant, or for news alone when another worker already keeps as early a time.
  /// The caller holds the monitor, and looks again afterwards.
  @SuppressWarnings("WaitNotInLoop") // the caller's turn is the loop
  void waitUntil(Instant until, Instant now) throws InterruptedException {
    synchronized (monitor) {
      if (set != null && !until.isBefore(set)) {
        monitor.wait();
        return;
      }
      set = until;
      try {
        NANOSECONDS.timedWait(monitor, Duration.between(now, until).toNanos());
      } finally {
        if (until.equals(set)) {
          set = null;
        }
      }
    }
  }
}
