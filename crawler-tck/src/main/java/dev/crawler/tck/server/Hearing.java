package dev.crawler.tck.server;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// What a stalling server has heard of its clients, and when ([System#nanoTime]). *Thread-safe.*
public final class Hearing {
  private int open;
  private int asked;
  private long lastHeardNanos;
  private long lastClosedNanos;

  Hearing() {}

  synchronized void opened() {
    open++;
    heard();
  }

  /// Returns how many requests there were, this one included.
  synchronized int asked() {
    heard();
    return ++asked;
  }

  synchronized void heard() {
    lastHeardNanos = System.nanoTime();
    notifyAll();
  }

  synchronized void closed() {
    open--;
    lastClosedNanos = System.nanoTime();
    notifyAll();
  }

  /// Waits until so many requests have come; returns whether they have.
  public synchronized boolean awaitAsked(int count, Duration longest) throws InterruptedException {
    return await(() -> asked >= count, longest);
  }

  /// Waits until no connection is open; returns whether that is so.
  public synchronized boolean awaitNobody(Duration longest) throws InterruptedException {
    return await(() -> open == 0, longest);
  }

  /// When the last connection was made or the last byte of a request came.
  public synchronized long lastHeardNanos() {
    return lastHeardNanos;
  }

  /// When the last connection was seen to end.
  public synchronized long lastClosedNanos() {
    return lastClosedNanos;
  }

  private synchronized boolean await(BooleanSupplier condition, Duration longest)
      throws InterruptedException {
    long deadline = System.nanoTime() + longest.toNanos();
    for (long left = longest.toNanos();
        !condition.getAsBoolean() && left > 0;
        left = deadline - System.nanoTime()) {
      NANOSECONDS.timedWait(this, left);
    }
    return condition.getAsBoolean();
  }
}
