package dev.crawler.core.fetch;

import java.util.concurrent.Semaphore;

/// Lets only a few bodies that take much memory be worked on at once: a tree takes many times what
/// its page does, and an engine may have a thread for each of hundreds of fetches. *Thread-safe.*
public final class HeavyBodies {
  /// Bytes of a body, raw or decoded, from which on it is heavy.
  public static final int FROM = 1 << 20;

  /// What the reading of one may take, more or less.
  private static final long EACH = 256L << 20;

  private final Semaphore turns;

  HeavyBodies(int atOnce) {
    turns = new Semaphore(atOnce);
  }

  /// As many as the heap holds, and one processor fewer than there are: where pages are handled by
  /// the threads that fetch, the rest of the fetches need one to go on.
  public static HeavyBodies forThisMachine() {
    var machine = Runtime.getRuntime();
    long fit = machine.maxMemory() / EACH;
    return new HeavyBodies(Math.clamp(fit, 1, Math.max(1, machine.availableProcessors() - 1)));
  }

  /// Waits for its turn. An interrupt is kept for later: those inside are soon out.
  public void enter() {
    turns.acquireUninterruptibly();
  }

  /// Lets the next one in.
  public void leave() {
    turns.release();
  }
}
