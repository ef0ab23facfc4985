package dev.crawler.processes.worker;

import dev.crawler.core.session.Dispatch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// What shards of this worker are to be told, taken in by one thread, many at a time.
/// *Thread-safe.*
final class Inbox implements AutoCloseable {
  private final Consumer<List<Dispatch>> reader;
  private final Thread thread = Thread.ofVirtual().name("crawl-inbox").unstarted(this::read);
  private final AtomicInteger unread = new AtomicInteger();
  private List<Dispatch> waiting = new ArrayList<>();
  private boolean closed;

  /// @param reader tells the shards
  Inbox(Consumer<List<Dispatch>> reader) {
    this.reader = reader;
  }

  void start() {
    thread.start();
  }

  synchronized void add(List<Dispatch> dispatches) {
    if (!dispatches.isEmpty()) {
      unread.addAndGet(dispatches.size());
      waiting.addAll(dispatches);
      notifyAll();
    }
  }

  /// Whether the shards have been told everything.
  boolean isEmpty() {
    return unread.get() == 0;
  }

  private void read() {
    try {
      for (var batch = next(); !batch.isEmpty(); batch = next()) {
        reader.accept(batch);
        unread.addAndGet(-batch.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized List<Dispatch> next() throws InterruptedException {
    while (waiting.isEmpty() && !closed) {
      wait();
    }
    var batch = waiting;
    waiting = new ArrayList<>();
    return closed ? List.of() : batch;
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
