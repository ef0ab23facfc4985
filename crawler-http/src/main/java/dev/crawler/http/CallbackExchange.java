package dev.crawler.http;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.plan.RequestFields;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.ComplexCancellable;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/// One fetch under way whose result is awaited by a callback. Whoever ends it first, with an
/// answer, a failure or a cut, takes the callback away and calls it; all others come too late.
/// *Thread-safe.*
final class CallbackExchange implements Cuttable {
  private static final Cancellable NOTHING = () -> false;

  private final FetchTask task;
  private final HttpHost host;
  private final HttpRequest request;
  private final Progress progress;
  private final InFlight inFlight;
  private final Turnstile turnstile;
  private final AtomicReference<@Nullable Consumer<FetchResult>> callback;
  private final ComplexCancellable attempt = new ComplexCancellable();
  private volatile @Nullable Future<?> deadline;

  CallbackExchange(
      FetchTask task,
      RequestFields fields,
      Progress progress,
      InFlight inFlight,
      Turnstile turnstile,
      Consumer<FetchResult> callback) {
    this.task = task;
    this.progress = progress;
    this.inFlight = inFlight;
    this.turnstile = turnstile;
    this.callback = new AtomicReference<>(callback);
    host = Route.of(task.link().url());
    request = PageRequest.plain(task, fields);
  }

  /// Has its time run, and has it wait for its turn. Called once.
  void start() {
    deadline = inFlight.add(this);
    if (isOver()) {
      leave();
    }
    turnstile.enter(this);
  }

  HttpHost host() {
    return host;
  }

  HttpRequest request() {
    return request;
  }

  boolean mayBePrivate() {
    return task.mayBePrivate();
  }

  /// How far it is.
  Progress progress() {
    return progress;
  }

  /// Whether its result was handed on.
  boolean isOver() {
    return callback.get() == null;
  }

  /// Has this cancelled when the exchange is cut, or at once when it was.
  void attach(Cancellable underWay) {
    attempt.setDependency(underWay);
  }

  /// Lets go of what was attached.
  void detach() {
    attempt.setDependency(NOTHING);
  }

  /// Ends by something thrown.
  void fail(Throwable thrown) {
    complete(progress.failed(thrown));
  }

  /// Ends with this result, unless it has ended.
  void complete(FetchResult result) {
    var receiver = callback.getAndSet(null);
    if (receiver != null) {
      hand(result, receiver);
    }
  }

  @Override
  public void cut(FailureReason reason) {
    var receiver = callback.getAndSet(null);
    if (receiver != null) {
      var result = reason == FailureReason.CANCELLED ? progress.cancelled() : progress.overdue();
      attempt.cancel();
      hand(result, receiver);
    }
  }

  /// The thread goes on whatever the receiver throws: other fetches need it.
  private void hand(FetchResult result, Consumer<FetchResult> receiver) {
    leave();
    try {
      receiver.accept(result);
    } catch (RuntimeException | Error e) {
      var thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }

  private void leave() {
    var running = deadline;
    if (running != null) {
      inFlight.remove(this, running);
    }
    turnstile.leave(this);
  }
}
