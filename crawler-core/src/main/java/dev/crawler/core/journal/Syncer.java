package dev.crawler.core.journal;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Makes safe what was written, once a second: more than that is not lost by a power cut.
/// *Thread-safe.*
final class Syncer implements AutoCloseable {
  private static final long PERIOD_MILLIS = 1000;

  private final JournalWriter writer;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().daemon().name("journal").unstarted(this::work);

  private Syncer(JournalWriter writer) {
    this.writer = writer;
  }

  static Syncer start(JournalWriter writer) {
    var syncer = new Syncer(writer);
    syncer.thread.start();
    return syncer;
  }

  private void work() {
    try {
      while (!closed.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
        writer.sync();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException _) {
      // Told by whoever writes next.
    }
  }

  @Override
  public void close() {
    closed.countDown();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true; // the files are closed only when nobody syncs them
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
