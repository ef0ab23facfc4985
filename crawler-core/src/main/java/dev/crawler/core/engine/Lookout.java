package dev.crawler.core.engine;

import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.session.CrawlListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Names what is stuck, whichever engine runs: a URL that is under way for twice the time that a
/// fetch may take, once for each attempt; or the output, when a record waits for it for so long,
/// and then not all the URLs that wait with it. Hears of tasks from the session, by way of the
/// listener that it serves. A thread of its own counts the time in looks, so that a process that
/// was suspended finds nobody stuck when it wakes up. *Thread-safe.*
public final class Lookout implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofSeconds(1);

  /// Named in one look: where hundreds wait, it is for the same thing.
  private static final int MOST = 10;

  private final long patience;
  private final CrawlListener listener;
  private final Map<FetchTask, Long> underWay =
      Collections.synchronizedMap(new IdentityHashMap<>());
  private final Gauge output;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().daemon().name("lookout").unstarted(this::watch);
  private volatile long looks;
  private long writtenBefore;
  private long freeAt;
  private boolean outputTold;

  /// How it goes with the output. *Thread-safe.*
  public interface Gauge {
    /// There is no output to look at.
    Gauge NONE =
        new Gauge() {
          @Override
          public long waiting() {
            return 0;
          }

          @Override
          public long taken() {
            return 0;
          }
        };

    /// How many records are being written at this moment.
    long waiting();

    /// Grows with each that was taken.
    long taken();
  }

  private Lookout(Duration timeout, CrawlListener listener, Gauge output) {
    this.patience = timeout.plus(timeout).toSeconds() / PERIOD.toSeconds() + 1;
    this.listener = listener;
    this.output = output;
  }

  /// Looks from now on, once a second.
  ///
  /// @param timeout that a fetch has
  /// @param listener hears of what is stuck, on the lookout's thread
  public static Lookout start(Duration timeout, CrawlListener listener, Gauge output) {
    var lookout = new Lookout(timeout, listener, output);
    lookout.thread.start();
    return lookout;
  }

  /// One that looks when it is told to.
  static Lookout unstarted(Duration timeout, CrawlListener listener, Gauge output) {
    return new Lookout(timeout, listener, output);
  }

  /// A task sets out; see [CrawlListener#begun].
  public void begun(FetchTask task) {
    underWay.put(task, looks);
  }

  /// A task is over; see [CrawlListener#ended].
  public void ended(FetchTask task) {
    underWay.remove(task);
  }

  private void watch() {
    try {
      while (!closed.await(PERIOD.toNanos(), TimeUnit.NANOSECONDS)) {
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
      overdue(now).stream()
          .limit(MOST)
          .forEach(task -> listener.stuck(task.link().url(), since(patience)));
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
    long count = output.taken();
    if (count != writtenBefore || output.waiting() == 0) {
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
    return PERIOD.multipliedBy(periods);
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
}
