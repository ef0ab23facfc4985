package dev.crawler.callbacks;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.crawler.core.engine.LoopLag;
import dev.crawler.core.engine.LoopWatch;
import dev.crawler.core.session.CrawlListener;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A loop built by hand: one thread that runs turns one after the other and must never wait, one
/// alarm, and beside it a parser for each processor, two at least, for what takes CPU time or may
/// wait. All threads are there from the start: none can be missing later, where nobody could be
/// told. What is asked for after the end goes nowhere. *Thread-safe but for the alarm, which
/// belongs to the loop.*
final class EventLoop implements AutoCloseable {
  static final String NAME = "crawl-loop";

  private static final ThreadPoolExecutor.DiscardPolicy NOWHERE =
      new ThreadPoolExecutor.DiscardPolicy();

  private final ScheduledThreadPoolExecutor loop;
  private final ThreadPoolExecutor parsers;
  private final Consumer<Throwable> fault;
  private final LoopWatch watch;
  private @Nullable Future<?> alarm;

  /// @param fault hears what a turn or a parser throws
  EventLoop(CrawlListener listener, Consumer<Throwable> fault) {
    this.fault = fault;
    int parallel = Math.max(2, Runtime.getRuntime().availableProcessors()); // one may be stuck
    var queue = new LinkedBlockingQueue<Runnable>(); // as long as there are fetches in flight
    var names = Thread.ofPlatform().name("crawl-parser-", 1).factory();
    parsers =
        new ThreadPoolExecutor(parallel, parallel, 0, TimeUnit.SECONDS, queue, names, NOWHERE);
    loop = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name(NAME).factory(), NOWHERE);
    loop.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    loop.setRemoveOnCancelPolicy(true);
    parsers.prestartAllCoreThreads();
    loop.prestartAllCoreThreads();
    watch = LoopWatch.start(NAME, loop, listener);
  }

  /// What a turn or a parser does; an exception is the end of the crawl.
  interface Action {
    void run() throws IOException;
  }

  /// Runs a turn when those before it are over.
  void turn(Action action) {
    loop.execute(guarded(action));
  }

  /// Runs a turn again and again.
  void every(Duration period, Action action) {
    long nanos = period.toNanos();
    var _ = loop.scheduleWithFixedDelay(guarded(action), nanos, nanos, NANOSECONDS);
  }

  /// Sets the alarm, in place of the last: one for each pause would leave one behind for each
  /// fetch.
  void wakeAfter(Duration pause, Action action) {
    if (alarm != null) {
      alarm.cancel(false);
    }
    alarm = loop.schedule(guarded(action), pause.toNanos(), NANOSECONDS);
  }

  /// Has a parser do it, which may wait.
  void aside(Action action) {
    parsers.execute(guarded(action));
  }

  LoopLag lag() {
    return watch.lag();
  }

  /// What is thrown here has no caller to go to: an executor would keep it to itself, and the crawl
  /// would hang.
  private Runnable guarded(Action action) {
    return () -> {
      try {
        action.run();
      } catch (IOException | RuntimeException | Error e) {
        fault.accept(e);
      }
    };
  }

  /// Waits until what is being handled is handled and the last turn is over.
  @Override
  public void close() {
    watch.close();
    parsers.close();
    loop.close();
  }
}
