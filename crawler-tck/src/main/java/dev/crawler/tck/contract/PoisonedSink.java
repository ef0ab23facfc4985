package dev.crawler.tck.contract;

import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.Sink;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// A sink for which one page is poison: taking its record burns the processor until so many records
/// of other hosts have come, or until it has burnt long enough. *Thread-safe.*
final class PoisonedSink implements Sink {
  private final String poison;
  private final int others;
  private final Duration longest;
  private final AtomicInteger fromOthers = new AtomicInteger();
  private volatile int meanwhile = -1;

  /// @param poison URL of the page, the first one of its host
  /// @param others records of other hosts to wait for
  PoisonedSink(String poison, int others, Duration longest) {
    this.poison = poison;
    this.others = others;
    this.longest = longest;
  }

  @Override
  public void write(PageRecord page) {
    if (page.url().equals(poison)) {
      burn();
    } else if (!page.url().startsWith(poison)) {
      fromOthers.incrementAndGet();
    }
  }

  /// How many records of other hosts had come when the poison was over; negative before.
  int meanwhile() {
    return meanwhile;
  }

  private void burn() {
    long end = System.nanoTime() + longest.toNanos();
    while (fromOthers.get() < others && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    meanwhile = fromOthers.get();
  }
}
