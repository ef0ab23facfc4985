package dev.crawler.tck.contract;

import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.Sink;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A sink that takes so many records, and then fails or holds everyone back until it is opened.
/// *Thread-safe.*
final class GatedSink implements Sink {
  private static final long LONGEST_SECONDS = 60;

  private final CollectedRecords records = new CollectedRecords();
  private final AtomicInteger taken = new AtomicInteger();
  private final CountDownLatch full = new CountDownLatch(1);
  private final CountDownLatch gate = new CountDownLatch(1);
  private final int room;
  private final @Nullable IOException failure;

  private GatedSink(int room, @Nullable IOException failure) {
    this.room = room;
    this.failure = failure;
  }

  static GatedSink failing(int room, IOException failure) {
    return new GatedSink(room, failure);
  }

  static GatedSink holding(int room) {
    return new GatedSink(room, null);
  }

  @Override
  public void write(PageRecord page) throws IOException {
    if (taken.incrementAndGet() > room) {
      full.countDown();
      if (failure != null) {
        throw failure;
      }
      waitFor(gate);
    }
    records.write(page);
  }

  /// Waits until somebody is held back.
  void awaitFull() throws IOException {
    waitFor(full);
  }

  void open() {
    gate.countDown();
  }

  List<PageRecord> records() {
    return records.records();
  }

  private static void waitFor(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("nothing happened for a minute");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
