package dev.crawler.core.fetch;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicLong;

/// A part of the memory that large bodies may take, all crawls of the process together, since they
/// have one heap. It is given back when it is closed, and when nobody holds it any more, as after a
/// fetch that failed half-way. *Thread-safe.*
public final class Lease implements AutoCloseable {
  /// For what is too small to count.
  static final Lease NONE = new Lease(0);

  /// A sixth of the heap: the rest is for the pages that are being read, and for the frontier.
  private static final AtomicLong LEFT = new AtomicLong(Runtime.getRuntime().maxMemory() / 6);

  private final AtomicLong taken;

  /// A thread of its own, which a crawl without large bodies does not need.
  private static final class Forgotten {
    static final Cleaner CLEANER = Cleaner.create();
  }

  private Lease(long bytes) {
    taken = new AtomicLong(bytes);
  }

  /// A lease of nothing, which may grow.
  static Lease begin() {
    var lease = new Lease(0);
    var taken = lease.taken;
    Forgotten.CLEANER.register(lease, () -> giveBack(taken));
    return lease;
  }

  /// Takes so many bytes more, if there are.
  boolean grow(long bytes) {
    if (LEFT.addAndGet(-bytes) < 0) {
      LEFT.addAndGet(bytes);
      return false;
    }
    taken.addAndGet(bytes);
    return true;
  }

  /// Gives everything back. Idempotent.
  @Override
  public void close() {
    giveBack(taken);
  }

  private static void giveBack(AtomicLong taken) {
    LEFT.addAndGet(taken.getAndSet(0));
  }
}
