package dev.crawler.core.engine;

import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.Sink;
import dev.crawler.core.session.CrawlListener;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Names what is stuck, whichever engine runs: a URL that is under way for twice the time that a
/// fetch may take, once for each attempt; or the output, when a record waits for it for so long,
/// and then not all the URLs that wait with it. Hears of tasks from the session, by way of the
/// listener that it serves. A thread of its own counts the time in looks, so that a process that
/// was suspended finds nobody stuck when it wakes up. *Thread-safe.*
public final class Lookout implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final Duration period;
  private final long patience;
  private final CrawlListener listener;
  private final Map<FetchTask, Long> underWay =
      Collections.synchronizedMap(new IdentityHashMap<>());
  private final AtomicLong writing = new AtomicLong();
  private final AtomicLong written = new AtomicLong();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().daemon().name("lookout").unstarted(this::watch);
  private volatile long looks;
  private long writtenBefore;
  private long freeAt;
  private boolean outputTold;

  private Lookout(Duration timeout, Duration period, CrawlListener listener) {
    this.period = period;
    this.patience = Math.max(2, timeout.multipliedBy(2).dividedBy(period) + 1);
    this.listener = listener;
  }

  /// Looks from now on, once a second.
  ///
  /// @param timeout that a fetch has
  /// @param listener hears of what is stuck, on the lookout's thread
  public static Lookout start(Duration timeout, CrawlListener listener) {
    var lookout = new Lookout(timeout, PERIOD, listener);
    lookout.thread.start();
    return lookout;
  }

  /// One that looks when it is told to.
  static Lookout unstarted(Duration timeout, CrawlListener listener) {
    return new Lookout(timeout, PERIOD, listener);
  }

  /// A task sets out; see [CrawlListener#begun].
  public void begun(FetchTask task) {
    underWay.put(task, looks);
  }

  /// A task is over; see [CrawlListener#ended].
  public void ended(FetchTask task) {
    underWay.remove(task);
  }

  /// The sink under watch. Closing it closes the other.
  public Sink watching(Sink sink) {
    return new Watched(sink);
  }

  private void watch() {
    try {
      while (!closed.await(period.toNanos(), TimeUnit.NANOSECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// A period is over.
  void look() {
    long now = looks + 1;
    looks = now;
    if (isOutputFree(now)) {
      overdue(now).forEach(task -> listener.stuck(task.link().url(), since(patience)));
    }
  }

  private List<FetchTask> overdue(long now) {
    var overdue = new ArrayList<FetchTask>();
    synchronized (underWay) {
      underWay.forEach((task, begun) -> {
        if (now - begun == patience) {
          overdue.add(task);
        }
      });
    }
    return overdue;
  }

  private boolean isOutputFree(long now) {
    long count = written.get();
    if (count != writtenBefore || writing.get() == 0) {
      writtenBefore = count;
      freeAt = now;
      outputTold = false;
    } else if (now - freeAt >= patience && !outputTold) {
      outputTold = true;
      listener.outputBlocked(since(now - freeAt));
    }
    return now == freeAt;
  }

  private Duration since(long periods) {
    return period.multipliedBy(periods);
  }

  /// Looks no more. Idempotent.
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Watched implements Sink {
    private final Sink sink;

    private Watched(Sink sink) {
      this.sink = sink;
    }

    @Override
    public void write(PageRecord page) throws IOException {
      writing.incrementAndGet();
      try {
        sink.write(page);
      } finally {
        written.incrementAndGet();
        writing.decrementAndGet();
      }
    }

    @Override
    public void flush() throws IOException {
      sink.flush();
    }

    @Override
    public void close() throws IOException {
      sink.close();
    }
  }
}
