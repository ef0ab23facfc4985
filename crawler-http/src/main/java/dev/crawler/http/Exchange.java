package dev.crawler.http;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/// One fetch under way: when it began, how far it is, and the socket to close when it has to end
/// early.
///
/// Its phase belongs to the thread that fetches. Everyone may [#cut(FailureReason)] it, which
/// closes the socket and so ends whatever read, write or handshake is blocked on it; the fetching
/// thread then finds the reason here and not in the exception. *Thread-safe but for the phase.*
final class Exchange {
  private final Instant startedAt;
  private final long startedNanos;
  private final long deadlineNanos;
  private Phase phase = Phase.LOOK_UP;
  private String address = "";
  private @Nullable Socket socket;
  private @Nullable FailureReason cutReason;

  Exchange(Instant startedAt, long startedNanos, Duration timeout) {
    this.startedAt = startedAt;
    this.startedNanos = startedNanos;
    deadlineNanos = startedNanos + timeout.toNanos();
  }

  /// Notes how far the fetch is.
  void enter(Phase next) {
    phase = next;
  }

  /// Notes where the fetch is connected to.
  void connectedTo(String ipAddress) {
    address = ipAddress;
  }

  /// Makes a socket the one to close.
  ///
  /// @throws SocketException when the exchange was cut before; the socket is closed then
  synchronized void guard(Socket next) throws IOException {
    socket = next;
    if (cutReason != null) {
      next.close();
      throw new SocketException("closed");
    }
  }

  /// Lets go of the socket, which others may use from now on.
  ///
  /// @return false when it was closed before
  synchronized boolean release() {
    socket = null;
    return cutReason == null;
  }

  /// Ends the exchange early. The first reason counts.
  synchronized void cut(FailureReason reason) {
    if (cutReason == null) {
      cutReason = reason;
      Closer.closeQuietly(socket);
    }
  }

  synchronized boolean isCut() {
    return cutReason != null;
  }

  /// Nanoseconds left, 1 at least, so that it can serve as a timeout.
  long remainingNanos() {
    return Math.max(1, deadlineNanos - System.nanoTime());
  }

  boolean isOverdue(long nowNanos) {
    return nowNanos - deadlineNanos >= 0;
  }

  /// The end of the fetch by something thrown.
  synchronized FetchResult unreachable(Throwable thrown) {
    if (cutReason == FailureReason.CANCELLED || Thread.currentThread().isInterrupted()) {
      return cancelled();
    }
    if (cutReason != null) {
      return overdue();
    }
    return new FetchResult.Unreachable(
        FailureMapping.reason(phase, thrown), FailureMapping.message(thrown), trace());
  }

  /// The end of the fetch because its time is over.
  FetchResult overdue() {
    return new FetchResult.Unreachable(FailureMapping.overdue(phase), "took too long", trace());
  }

  /// The end of the fetch because nobody wants it any more.
  FetchResult cancelled() {
    return new FetchResult.Unreachable(FailureReason.CANCELLED, "cancelled", trace());
  }

  /// When and where, up to now.
  FetchResult.Trace trace() {
    return new FetchResult.Trace(
        startedAt, Duration.ofNanos(System.nanoTime() - startedNanos), address);
  }
}
