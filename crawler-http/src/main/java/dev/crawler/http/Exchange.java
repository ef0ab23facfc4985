package dev.crawler.http;

import dev.crawler.core.fetch.AddressBook;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchFailure;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.Phase;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.concurrent.ComplexCancellable;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/// One fetch under way: when it began, how far it is, and how to end it early.
///
/// Its phase belongs to the thread that fetches. Everyone may [#cut(FailureReason)] it, which
/// closes its socket or ends its wait for one; the fetching thread then finds the reason here and
/// not in the exception. *Thread-safe but for the phase.*
final class Exchange {
  private static final String ATTRIBUTE = Exchange.class.getName();

  private final Instant startedAt;
  private final long startedNanos = System.nanoTime();
  private final long deadlineNanos;
  private final boolean mayBePrivate;
  private final HttpClientContext context = HttpClientContext.create();
  private final ComplexCancellable cancellation = new ComplexCancellable();
  private final AtomicReference<@Nullable FailureReason> cutReason = new AtomicReference<>();
  private Phase phase = Phase.HEAD;
  private boolean fresh;
  private String address = "";

  Exchange(Instant startedAt, Duration timeout, boolean mayBePrivate) {
    this.startedAt = startedAt;
    this.mayBePrivate = mayBePrivate;
    deadlineNanos = startedNanos + timeout.toNanos();
    context.setAttribute(ATTRIBUTE, this);
  }

  /// The exchange that a context of the client belongs to.
  static Exchange of(HttpContext context) {
    if (context.getAttribute(ATTRIBUTE) instanceof Exchange exchange) {
      return exchange;
    }
    throw new IllegalStateException("a context of nobody's");
  }

  HttpClientContext context() {
    return context;
  }

  CancellableDependency cancellation() {
    return cancellation;
  }

  boolean mayBePrivate() {
    return mayBePrivate;
  }

  /// Starts an attempt, on a kept connection unless the [Connector] says otherwise.
  void begin() {
    phase = Phase.HEAD;
    fresh = false;
  }

  /// Notes how far the fetch is.
  void enter(Phase next) {
    phase = next;
  }

  /// Notes that a new connection is being made.
  void startAfresh() {
    phase = Phase.LOOK_UP;
    fresh = true;
  }

  /// Notes that a new connection stands.
  void connected(String ipAddress, Phase next) {
    phase = next;
    address = ipAddress;
  }

  /// Whether the connection of this attempt was made for it.
  boolean isFresh() {
    return fresh;
  }

  /// Ends the exchange early. The first reason counts.
  void cut(FailureReason reason) {
    if (cutReason.compareAndSet(null, reason)) {
      cancellation.cancel();
    }
  }

  /// Closes the connection that this exchange still has, if any.
  void abandon() {
    cancellation.cancel();
  }

  boolean isCut() {
    return cutReason.get() != null;
  }

  /// Nanoseconds left, 1 at least, so that it can serve as a timeout.
  long remainingNanos() {
    return Math.max(1, deadlineNanos - System.nanoTime());
  }

  /// The end of the fetch by something thrown.
  FetchResult unreachable(Throwable thrown) {
    var cut = cutReason.get();
    if (cut == FailureReason.CANCELLED || Thread.currentThread().isInterrupted()) {
      return cancelled();
    }
    if (cut != null) {
      return phase.overdue().at(trace());
    }
    return FailureMapping.of(phase, thrown).at(trace(), thrown);
  }

  /// The end of the fetch because nobody wants it any more.
  FetchResult cancelled() {
    return FetchFailure.CANCELLED.at(trace());
  }

  /// When and where, up to now.
  FetchResult.Trace trace() {
    return new FetchResult.Trace(
        startedAt, Duration.ofNanos(System.nanoTime() - startedNanos), address());
  }

  private String address() {
    var kept = fresh ? null : context.getEndpointDetails();
    return kept != null && kept.getRemoteAddress() instanceof InetSocketAddress remote
        ? AddressBook.textOf(remote.getAddress())
        : address;
  }
}
