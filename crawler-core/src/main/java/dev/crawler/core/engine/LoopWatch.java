package dev.crawler.core.engine;

import dev.crawler.core.session.CrawlListener;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/// Watches an event loop from outside: asks it ten times a second to call back at once, and keeps
/// how long that took. A loop that does not come for a second is reported by name, once for each
/// time that it is blocked. *Thread-safe.*
public final class LoopWatch implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofMillis(100);
  private static final Duration TOO_LONG = Duration.ofSeconds(1);

  private final String loop;
  private final Executor executor;
  private final CrawlListener listener;
  private final LagHistogram lags = new LagHistogram();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private volatile long askedAt = System.nanoTime();
  private volatile boolean answered = true;

  private LoopWatch(String loop, Executor executor, CrawlListener listener) {
    this.loop = loop;
    this.executor = executor;
    this.listener = listener;
    thread = Thread.ofPlatform().daemon().name("crawl-watch").unstarted(this::watch);
  }

  /// Starts to watch, on a daemon thread of its own.
  ///
  /// @param loop what to call it
  /// @param executor runs what it is given on the loop, in order
  public static LoopWatch start(String loop, Executor executor, CrawlListener listener) {
    var watch = new LoopWatch(loop, executor, listener);
    watch.thread.start();
    return watch;
  }

  /// How late the loop has been so far.
  public LoopLag lag() {
    return lags.lag(answered ? 0 : System.nanoTime() - askedAt);
  }

  /// Ends the watch and its thread. Idempotent.
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    boolean reported = false;
    try {
      while (!closed.await(PERIOD.toNanos(), TimeUnit.NANOSECONDS)) {
        if (answered) {
          reported = false;
          ask();
        } else if (!reported && System.nanoTime() - askedAt > TOO_LONG.toNanos()) {
          reported = true;
          listener.loopBlocked(loop, Duration.ofNanos(System.nanoTime() - askedAt));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RejectedExecutionException _) {
      // The loop has ended before its watch.
    }
  }

  private void ask() {
    askedAt = System.nanoTime();
    answered = false;
    executor.execute(this::answer);
  }

  private void answer() {
    lags.add(System.nanoTime() - askedAt);
    answered = true;
  }
}
