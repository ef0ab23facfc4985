package dev.crawler.cli.compare.race;

import dev.crawler.cli.compare.jvm.ChildJvm;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Ends a process that gets nothing done. *Thread-safe.*
final class StallWatch implements AutoCloseable {
  private static final long PERIOD_MILLIS = 500;

  private final ChildJvm jvm;
  private final Duration patience;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("stall-watch").factory());
  private long lastNanos = System.nanoTime();
  private long lastMark = -1;
  private boolean over;

  private StallWatch(ChildJvm jvm, Duration patience) {
    this.jvm = jvm;
    this.patience = patience;
  }

  static StallWatch start(ChildJvm jvm, Duration patience) {
    var watch = new StallWatch(jvm, patience);
    var _ =
        watch.timer.scheduleWithFixedDelay(
            watch::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    return watch;
  }

  /// Something may have been done.
  ///
  /// @param mark another number when it was
  synchronized void progress(long mark) {
    if (mark != lastMark) {
      lastMark = mark;
      lastNanos = System.nanoTime();
    }
  }

  /// Whether the process was ended.
  synchronized boolean isOver() {
    return over;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private synchronized void look() {
    if (!over && System.nanoTime() - lastNanos > patience.toNanos()) {
      over = true;
      jvm.kill();
    }
  }
}
