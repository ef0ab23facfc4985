package dev.crawler.vertx.loop;

import dev.crawler.core.engine.LoopLag;
import dev.crawler.core.engine.LoopWatch;
import dev.crawler.core.session.CrawlListener;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A Vert.x of one event loop, which runs turns one after the other and must never wait, and as
/// many workers as there are processors, two at least, for what takes CPU time or may wait. What is
/// asked for after the end goes nowhere. *Thread-safe but for the alarm, which belongs to the
/// loop.*
public final class EventLoop implements AutoCloseable {
  /// What Vert.x calls the thread.
  public static final String NAME = "vert.x-eventloop-thread-0";

  private static final int ALL = Integer.MAX_VALUE;
  private static final long YEAR_IN_DAYS = 365;
  private static final long LONGEST_SECONDS = 30;

  private final Vertx vertx;
  private final Context context;
  private final LoopWatch watch;
  private final Semaphore working = new Semaphore(ALL);
  private final AtomicBoolean closed = new AtomicBoolean();
  private long alarm = -1;

  /// @param fault hears what a turn throws, on the loop
  public EventLoop(CrawlListener listener, Consumer<Throwable> fault) {
    vertx = Vertx.vertx(options());
    context = vertx.getOrCreateContext();
    context.exceptionHandler(fault::accept);
    watch = LoopWatch.start(NAME, this::turn, listener);
  }

  /// No more threads than are of use, no files, and no watch of Vert.x's own, which would print.
  private static VertxOptions options() {
    return new VertxOptions()
        .setEventLoopPoolSize(1)
        .setWorkerPoolSize(Math.max(2, Runtime.getRuntime().availableProcessors()))
        .setInternalBlockingPoolSize(1)
        .setPreferNativeTransport(true)
        .setBlockedThreadCheckIntervalUnit(TimeUnit.DAYS)
        .setBlockedThreadCheckInterval(YEAR_IN_DAYS)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }

  /// What connections of the loop are made on.
  public Context context() {
    return context;
  }

  /// Runs a turn when those before it are over.
  public void turn(Runnable action) {
    try {
      context.runOnContext(_ -> action.run());
    } catch (RejectedExecutionException _) {
      // The loop has ended, and with it all that the action could be about.
    }
  }

  /// Runs a turn and waits for it. Not to be called on the loop.
  public void turnAndWait(Runnable action) {
    var over = new CompletableFuture<Boolean>();
    try {
      context.runOnContext(_ -> {
        try {
          action.run();
        } finally {
          over.complete(true);
        }
      });
    } catch (RejectedExecutionException _) {
      return; // as in turn
    }
    over.join();
  }

  /// Has a worker do it, in no order; its future ends on the loop.
  @SuppressWarnings("NullAway") // null comes out only where null was given
  public <T> Future<T> aside(Callable<T> action) {
    if (!working.tryAcquire()) {
      return Future.failedFuture(new CancellationException());
    }
    return Future.succeededFuture()
        .compose(_ -> context.executeBlocking(action, false)) // may throw: no more threads, say
        .onComplete(_ -> working.release());
  }

  /// Sets the alarm, in place of the last: one for each pause would leave one behind for each
  /// fetch.
  public void wakeAfter(Duration pause, Runnable action) {
    cancel(alarm);
    alarm = after(pause, action);
  }

  /// Runs a turn when so much time has passed, not before.
  ///
  /// @return what to [#cancel] it by
  public long after(Duration time, Runnable action) {
    return vertx.setTimer(time.toMillis() + 1, _ -> action.run());
  }

  /// Takes back a turn that has not come yet.
  public void cancel(long timer) {
    vertx.cancelTimer(timer);
  }

  /// How late the loop has been so far.
  public LoopLag lag() {
    return watch.lag();
  }

  /// Waits until what workers do is done and the loop has heard of it, and the threads of Vert.x
  /// are gone. Idempotent. Not to be called on the loop.
  ///
  /// @throws IllegalStateException when Vert.x does not end: it needs more threads for that
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      watch.close();
      working.acquireUninterruptibly(ALL); // and never gives it back: no worker begins any more
      awaitThreads(vertx.close());
    }
  }

  private static void awaitThreads(Future<Void> gone) {
    try {
      gone.await(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("Vert.x does not end", e);
    }
  }
}
