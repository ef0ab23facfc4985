package dev.crawler.processes.worker;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Does something again and again, on a thread of its own, until it is closed or fails.
/// *Thread-safe.*
final class KeeperThread implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofMillis(50);

  private final Runnable round;
  private final Consumer<Throwable> failed;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = Thread.ofVirtual().name("crawl-keeper").unstarted(this::run);

  /// @param failed hears what ended it
  KeeperThread(Runnable round, Consumer<Throwable> failed) {
    this.round = round;
    this.failed = failed;
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      do {
        round.run();
      } while (!closed.await(PERIOD.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      failed.accept(e);
    }
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
