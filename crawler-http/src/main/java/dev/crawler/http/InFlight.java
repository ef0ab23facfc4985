package dev.crawler.http;

import dev.crawler.core.fetch.FailureReason;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The exchanges under way, and one daemon thread that cuts those that are overdue. *Thread-safe.*
final class InFlight implements AutoCloseable {
  private final Set<Cuttable> exchanges = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor timer;
  private final long timeoutNanos;
  private volatile boolean closed;

  private InFlight(ScheduledThreadPoolExecutor timer, long timeoutNanos) {
    this.timer = timer;
    this.timeoutNanos = timeoutNanos;
  }

  /// Starts the thread.
  static InFlight within(Duration timeout) {
    var timer =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().daemon().name("crawler-deadlines").factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    timer.setRemoveOnCancelPolicy(true);
    return new InFlight(timer, timeout.toNanos());
  }

  /// Has the thread do something else now and then.
  void repeat(Duration period, Runnable housekeeping) {
    var _ =
        timer.scheduleWithFixedDelay(
            housekeeping, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
  }

  /// Has the thread do something once; at most a little, because deadlines wait for it.
  Future<?> after(long nanos, Runnable action) {
    return timer.schedule(action, nanos, TimeUnit.NANOSECONDS);
  }

  /// Takes an exchange in; it is cut at once when all is closed already.
  ///
  /// @return its deadline, to be given back
  Future<?> add(Cuttable exchange) {
    exchanges.add(exchange);
    if (closed) {
      exchange.cut(FailureReason.CANCELLED);
    }
    return after(timeoutNanos, () -> exchange.cut(FailureReason.TIMEOUT));
  }

  void remove(Cuttable exchange, Future<?> deadline) {
    deadline.cancel(false);
    exchanges.remove(exchange);
  }

  /// Cuts every exchange as cancelled, those that come later too, and ends the thread.
  @Override
  public void close() {
    closed = true;
    exchanges.forEach(exchange -> exchange.cut(FailureReason.CANCELLED));
    timer.shutdownNow();
  }
}
