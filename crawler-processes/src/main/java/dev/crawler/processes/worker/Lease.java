package dev.crawler.processes.worker;

import dev.crawler.core.fetch.SendPermit;
import dev.crawler.processes.job.Order.RollCall;
import java.time.Duration;
import java.util.concurrent.ConcurrentSkipListMap;

/// Whether the worker may act. It may for a while after a report of its that the coordinator has
/// heard; that it was asked proves nothing, for the question may have waited in a socket while the
/// process was stopped. So a worker that wakes up, or that nobody can hear, is still before it
/// knows why, and before others take its shards. *Thread-safe.*
public final class Lease implements SendPermit {
  private final ConcurrentSkipListMap<Long, Long> sent = new ConcurrentSkipListMap<>();
  private volatile long until = System.nanoTime();
  private volatile boolean ended;

  /// A report of that round goes out now.
  void reported(long round) {
    sent.put(round, System.nanoTime());
  }

  /// The report of that round has been heard.
  synchronized void heard(long round) {
    var at = sent.get(round);
    if (at != null && at + RollCall.LEASE.toNanos() - until > 0) {
      until = at + RollCall.LEASE.toNanos();
      notifyAll();
    }
    sent.headMap(round).clear();
  }

  @Override
  public boolean isGiven() {
    return !ended && until - System.nanoTime() > 0;
  }

  /// Waits until it is given; false when it never will be.
  public synchronized boolean await() throws InterruptedException {
    while (!ended && !isGiven()) {
      wait();
    }
    return !ended;
  }

  /// Waits until it is given, but not longer than that; false when it is not.
  synchronized boolean await(Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    for (long left = longest.toMillis(); left > 0 && !ended && !isGiven(); ) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
    return isGiven();
  }

  /// Ends it for good.
  synchronized void end() {
    ended = true;
    notifyAll();
  }
}
