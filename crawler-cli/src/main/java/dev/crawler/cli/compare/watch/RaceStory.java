package dev.crawler.cli.compare.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What has happened so far, one JSON object each, for those who come late. It only grows, and the
/// teller keeps it short: see [Thinning]. *Thread-safe.*
final class RaceStory {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final List<String> events = new ArrayList<>();
  private boolean over;

  /// One more; nothing once it is over.
  void tell(String event) {
    add(event, false);
  }

  /// The last one.
  void end(String event) {
    add(event, true);
  }

  private void add(String event, boolean isLast) {
    lock.lock();
    try {
      if (!over) {
        events.add(event);
        over = isLast;
        grown.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /// All from that one on; waits for one to come, so long at most.
  Chapter from(int index, Duration wait) throws InterruptedException {
    lock.lock();
    try {
      long left = wait.toNanos();
      while (events.size() <= index && !over && left > 0) {
        left = grown.awaitNanos(left);
      }
      int from = Math.min(index, events.size());
      return new Chapter(List.copyOf(events.subList(from, events.size())), over);
    } finally {
      lock.unlock();
    }
  }

  /// A part of it.
  ///
  /// @param isLast whether nothing comes after
  record Chapter(List<String> events, boolean isLast) {}
}
