package dev.crawler.http;

import dev.crawler.core.fetch.FailureReason;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The exchanges under way. One daemon thread looks through them several times a second and cuts
/// those that are overdue: a timer for each exchange would cost every fetch what only the rare one
/// needs. *Thread-safe.*
final class InFlight implements AutoCloseable {
  private static final int CHECKS_PER_TIMEOUT = 50;
  private static final long LONGEST_PERIOD = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long SHORTEST_PERIOD = TimeUnit.MILLISECONDS.toNanos(1);

  private final Set<Exchange> exchanges = ConcurrentHashMap.newKeySet();
  private final long periodNanos;
  private final Runnable housekeeping;
  private final Thread watch;
  private volatile boolean closed;

  private InFlight(long periodNanos, Runnable housekeeping) {
    this.periodNanos = periodNanos;
    this.housekeeping = housekeeping;
    watch = Thread.ofPlatform().daemon().name("crawler-deadlines").unstarted(this::watch);
  }

  /// Starts the thread.
  ///
  /// @param timeout of an exchange: it is cut within the next fiftieth of it
  /// @param housekeeping run by the same thread, each time it has looked; must not fail
  static InFlight watched(Duration timeout, Runnable housekeeping) {
    long period = timeout.toNanos() / CHECKS_PER_TIMEOUT;
    var inFlight = new InFlight(Math.clamp(period, SHORTEST_PERIOD, LONGEST_PERIOD), housekeeping);
    inFlight.watch.start();
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
    LockSupport.unpark(watch);
  }

  private void watch() {
    while (!closed) {
      LockSupport.parkNanos(this, periodNanos);
      long now = System.nanoTime();
      for (var exchange : exchanges) {
        if (exchange.isOverdue(now)) {
          exchange.cut(FailureReason.TIMEOUT);
        }
      }
      housekeeping.run();
    }
  }
}
