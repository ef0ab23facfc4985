package dev.crawler.http;

import dev.crawler.core.fetch.FailureReason;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The exchanges under way. One daemon thread looks through them several times a second and cuts
/// those that are overdue: a timer for each exchange would cost every fetch what only the rare one
/// needs. *Thread-safe.*
final class InFlight implements AutoCloseable {
  private static final long LONGEST_PERIOD = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long SHORTEST_PERIOD = TimeUnit.MILLISECONDS.toNanos(1);

  private final Set<Exchange> exchanges = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService sweeper;
  private volatile boolean closed;

  private InFlight(ScheduledExecutorService sweeper) {
    this.sweeper = sweeper;
  }

  /// Starts the thread.
  ///
  /// @param timeout of an exchange: it is cut within the next fiftieth of it
  /// @param housekeeping run by the same thread, each time
  static InFlight watching(Duration timeout, Runnable housekeeping) {
    var inFlight =
        new InFlight(
            Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("crawler-deadlines").factory()));
    long period = Math.clamp(timeout.toNanos() / 50, SHORTEST_PERIOD, LONGEST_PERIOD);
    inFlight.sweeper.scheduleWithFixedDelay(
        () -> {
          inFlight.cutOverdue(System.nanoTime());
          housekeeping.run();
        },
        period,
        period,
        TimeUnit.NANOSECONDS);
    return inFlight;
  }

  /// Takes an exchange in; it is cut at once when all is closed already.
  void add(Exchange exchange) {
    exchanges.add(exchange);
    if (closed) {
      exchange.cut(FailureReason.CANCELLED);
    }
  }

  void remove(Exchange exchange) {
    exchanges.remove(exchange);
  }

  /// Cuts every exchange as cancelled, those that come later too, and ends the thread.
  @Override
  public void close() {
    closed = true;
    exchanges.forEach(exchange -> exchange.cut(FailureReason.CANCELLED));
    sweeper.shutdownNow();
  }

  private void cutOverdue(long nowNanos) {
    for (var exchange : exchanges) {
      if (exchange.isOverdue(nowNanos)) {
        exchange.cut(FailureReason.TIMEOUT);
      }
    }
  }
}
