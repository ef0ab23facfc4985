package dev.crawler.tck.torture;

import java.util.concurrent.atomic.AtomicInteger;

/// Counts the calls of a seam, and says of one of them that it is to fail. *Thread-safe.*
public final class Countdown {
  private final int nth;
  private final AtomicInteger calls = new AtomicInteger();

  private Countdown(int nth) {
    this.nth = nth;
  }

  /// Has that call fail; the first is 1.
  public static Countdown to(int nth) {
    return new Countdown(nth);
  }

  /// Has none fail.
  public static Countdown endless() {
    return new Countdown(0);
  }

  /// Counts a call; whether it is the one.
  public boolean isUp() {
    return calls.incrementAndGet() == nth;
  }

  /// Calls so far.
  public int calls() {
    return calls.get();
  }
}
