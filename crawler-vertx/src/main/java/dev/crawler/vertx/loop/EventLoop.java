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
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A Vert.x of one event loop and as many workers as there are processors, watched for being
/// blocked. *Thread-safe; what it runs is confined to the loop, but for [#work].*
public final class EventLoop {
  private static final int YEAR_IN_DAYS = 365;

  private final Vertx vertx;
  private final Context context;
  private final LoopWatch watch;

  private EventLoop(Vertx vertx, Consumer<Throwable> onFault, CrawlListener listener) {
    this.vertx = vertx;
    context = vertx.getOrCreateContext();
    context.exceptionHandler(onFault::accept);
    watch = LoopWatch.start("vertx-eventloop", this::turn, listener);
  }

  /// Starts one.
  ///
  /// @param onFault called on the loop with whatever a turn throws
  public static EventLoop start(Consumer<Throwable> onFault, CrawlListener listener) {
    return new EventLoop(Vertx.vertx(options()), onFault, listener);
  }

  /// No more threads than are of use, no files, and no watch of Vert.x's own, which would print.
  private static VertxOptions options() {
    return new VertxOptions()
        .setEventLoopPoolSize(1)
        .setWorkerPoolSize(Runtime.getRuntime().availableProcessors())
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

  /// Runs an action on the loop, after what it was asked before; does nothing after [#end].
  public void turn(Runnable action) {
    try {
      context.runOnContext(_ -> action.run());
    } catch (RejectedExecutionException _) {
      // The loop has ended, and all that the action could be about.
    }
  }

  /// Runs something on a worker thread, in no order; its future ends on the loop.
  @SuppressWarnings("NullAway") // null comes out only where null was given
  public <T> Future<T> work(Callable<T> something) {
    return context.executeBlocking(something, false);
  }

  /// Runs an action on the loop when so much time has passed, not before.
  ///
  /// @return what to [#cancel] it by
  public long after(Duration time, Runnable action) {
    return vertx.setTimer(time.toMillis() + 1, _ -> action.run());
  }

  /// Takes an action back, if it has not run yet.
  public void cancel(long timer) {
    vertx.cancelTimer(timer);
  }

  /// How late the loop has been so far.
  public LoopLag lag() {
    return watch.lag();
  }

  /// Closes Vert.x from a thread outside, where one can wait until its threads are gone.
  ///
  /// @param whenGone runs there in the end
  public void end(Runnable whenGone) {
    watch.close();
    Thread.ofVirtual()
        .name("crawl-end")
        .start(() -> {
          vertx.close().toCompletionStage().toCompletableFuture().join();
          whenGone.run();
        });
  }
}
