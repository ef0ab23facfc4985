package dev.crawler.core.handle;

/// Lets only a few pages that take much memory be handled at once: a tree takes many times what its
/// page does, and an engine may have a thread for each of hundreds of fetches. *Thread-safe.*
final class HeavyPages {
  /// Bytes of a body, raw or decoded, from which on it is heavy.
  static final int FROM = 1 << 20;

  /// What the reading of one may take, more or less.
  private static final long EACH = 256L << 20;

  private int free;

  HeavyPages(int atOnce) {
    free = atOnce;
  }

  /// As many as the heap holds, and one processor fewer than there are: where pages are handled by
  /// the threads that fetch, the rest of the fetches need one to go on.
  static HeavyPages forThisMachine() {
    var machine = Runtime.getRuntime();
    long fit = machine.maxMemory() / EACH;
    return new HeavyPages(Math.clamp(fit, 1, Math.max(1, machine.availableProcessors() - 1)));
  }

  /// Waits for its turn. An interrupt is kept for later: those inside are soon out.
  void enter() {
    boolean interrupted = false;
    synchronized (this) {
      while (free == 0) {
        try {
          wait();
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
      free--;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Lets the next one in.
  synchronized void leave() {
    free++;
    notify();
  }
}
