package dev.crawler.cli.compare.watch;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Who watches: a bounded number of browsers, each of which is told the story and, in the end,
/// takes the page of the comparison with it. *Thread-safe.*
final class Gallery {
  private static final int SEATS = 16;

  private final RaceStory story;
  private final AtomicInteger watching = new AtomicInteger();
  private final Semaphore taken = new Semaphore(0);
  private volatile boolean wasVisited;
  private volatile @Nullable String page;

  Gallery(RaceStory story) {
    this.story = story;
  }

  /// Tells the story to that browser, as long as it listens; false when the seats are taken.
  boolean admit(HttpExchange exchange) throws IOException, InterruptedException {
    if (watching.incrementAndGet() > SEATS) {
      watching.decrementAndGet();
      return false;
    }
    try {
      wasVisited = true;
      new EventStream(story).serve(exchange);
      return true;
    } finally {
      watching.decrementAndGet();
    }
  }

  boolean wasVisited() {
    return wasVisited;
  }

  Optional<String> page() {
    return Optional.ofNullable(page);
  }

  /// Lays the page out, says so, and waits until those who watch have it, so long at most.
  void handOut(String comparison, String verdict, Duration wait) throws InterruptedException {
    page = comparison;
    int guests = watching.get();
    story.end(verdict);
    boolean _ = taken.tryAcquire(guests, wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  /// One of them has the page.
  void hasPage() {
    taken.release();
  }
}
