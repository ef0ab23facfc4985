package dev.crawler.http;

import dev.crawler.core.fetch.AddressBook;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.SendPermit;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.concurrent.ComplexCancellable;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/// One fetch under way for a thread that waits for it.
///
/// Its progress belongs to the thread that fetches. Everyone may [#cut(FailureReason)] it, which
/// closes its socket or ends its wait for one; the fetching thread then finds the reason here and
/// not in the exception. *Thread-safe but for the progress.*
final class Exchange implements Cuttable {
  private static final String ATTRIBUTE = Exchange.class.getName();

  private final Progress progress;
  private final boolean mayBePrivate;
  private final SendPermit permit;
  private final HttpClientContext context = HttpClientContext.create();
  private final ComplexCancellable cancellation = new ComplexCancellable();
  private final AtomicReference<@Nullable FailureReason> cutReason = new AtomicReference<>();

  Exchange(Instant startedAt, Duration timeout, boolean mayBePrivate, SendPermit permit) {
    progress = new Progress(startedAt, timeout);
    this.mayBePrivate = mayBePrivate;
    this.permit = permit;
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

  /// How far it is.
  Progress progress() {
    return progress;
  }

  boolean mayBePrivate() {
    return mayBePrivate;
  }

  /// Lets nothing be sent that may not be any more: the exchange is cancelled then. To be called
  /// immediately before the first byte of anything that begins a conversation.
  void requirePermit() throws InterruptedIOException {
    if (!permit.isGiven()) {
      cut(FailureReason.CANCELLED);
      throw new InterruptedIOException("not to be sent any more");
    }
  }

  /// Lets nothing be begun for an exchange that was cut.
  void requireUncut() throws InterruptedIOException {
    if (isCut()) {
      throw new InterruptedIOException("cut");
    }
  }

  @Override
  public void cut(FailureReason reason) {
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

  /// The end of the fetch by something thrown.
  FetchResult unreachable(Throwable thrown) {
    noteKeptAddress();
    var cut = cutReason.get();
    if (cut == FailureReason.CANCELLED || Thread.currentThread().isInterrupted()) {
      return progress.cancelled();
    }
    return cut != null ? progress.overdue() : progress.failed(thrown);
  }

  /// When and where, up to now.
  FetchResult.Trace trace() {
    noteKeptAddress();
    return progress.trace();
  }

  /// Only the library knows which kept connection it took.
  private void noteKeptAddress() {
    var kept = progress.isFresh() ? null : context.getEndpointDetails();
    if (kept != null && kept.getRemoteAddress() instanceof InetSocketAddress remote) {
      progress.connected(AddressBook.textOf(remote.getAddress()));
    }
  }
}
