package dev.crawler.processes.worker;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Does something again and again, on a thread of its own, until it is closed or fails.
/// *Thread-safe.*
final class KeeperThread implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofMillis(50);

  /// A cluster gives up a member that is silent for five seconds.
  private static final Duration STANDSTILL = Duration.ofSeconds(4);

  /// A coordinator that knows of this worker calls it ten times a second.
  private static final Duration CALLED = Duration.ofSeconds(5);

  private final Runnable round;
  private final Lease lease;
  private final Consumer<Throwable> failed;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = Thread.ofVirtual().name("crawl-keeper").unstarted(this::run);

  /// @param lease that is given again when this process has stood still and others still know it
  /// @param failed hears what ended it
  KeeperThread(Runnable round, Lease lease, Consumer<Throwable> failed) {
    this.round = round;
    this.lease = lease;
    this.failed = failed;
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      do {
        round.run();
      } while (isNext());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      failed.accept(e);
    }
  }

  /// One that was stopped for long, as by a signal, is no member any more for the others, and may
  /// not know: it waits for the coordinator to tell. If all were stopped at once it will.
  private boolean isNext() throws InterruptedException {
    long before = System.nanoTime();
    boolean over = closed.await(PERIOD.toNanos(), TimeUnit.NANOSECONDS);
    long gap = System.nanoTime() - before;
    if (!over && gap > STANDSTILL.toNanos() && !lease.await(CALLED)) {
      throw new IllegalStateException(
          "it stood still for %d s, and the others go on without it"
              .formatted(TimeUnit.NANOSECONDS.toSeconds(gap)));
    }
    return !over;
  }

  /// Returns when the round that is on has ended.
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
