package dev.crawler.vertx.client;

import dev.crawler.core.fetch.AddressBook;
import dev.crawler.core.fetch.BodyBuffer;
import dev.crawler.core.fetch.BodyLength;
import dev.crawler.core.fetch.FetchFailure;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.ForbiddenAddressException;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.Phase;
import dev.crawler.core.fetch.Transcript;
import dev.crawler.core.plan.HttpSettings;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// One fetch under way: when it began, how far it is, over which connection, and how it ends, which
/// is once: whatever comes after that finds it over. *Confined to its event loop.*
public final class Exchange {
  private final FetchTask task;
  private final Instant startedAt;
  private final long startedNanos = System.nanoTime();
  private final long deadlineNanos;
  private final Promise<FetchResult> result = Promise.promise();
  private Phase phase = Phase.HEAD;
  private boolean fresh;
  private @Nullable Wire wire;

  private Exchange(FetchTask task, Instant startedAt, Duration timeout) {
    this.task = task;
    this.startedAt = startedAt;
    deadlineNanos = startedNanos + timeout.toNanos();
  }

  /// A fetch that begins now.
  public static Exchange begin(FetchTask task, Instant now, Duration timeout) {
    return new Exchange(task, now, timeout);
  }

  /// What is to be fetched.
  public FetchTask task() {
    return task;
  }

  /// How it ends.
  public Future<FetchResult> result() {
    return result.future();
  }

  /// Reads the body of the answer, up to the limit of the settings.
  public Future<FetchResult> read(HttpClientResponse response, HttpSettings settings) {
    phase = Phase.BODY;
    var headers = headers(response);
    long declared = wire == null ? BodyLength.UNTIL_CLOSE : wire.bodyLength();
    return Body.read(response, declared, settings.rawLimit(headers))
        .map(body -> answer(response.statusCode(), headers, body));
  }

  private FetchResult answer(int status, Headers headers, BodyBuffer body) {
    var content = body.body();
    var recording =
        wire == null ? Transcript.NONE : wire.recording(status, headers, content, body.isOver());
    return new FetchResult.Response(status, headers, content, body.isOver(), recording, trace());
  }

  private static Headers headers(HttpClientResponse response) {
    var fields = new ArrayList<Headers.Field>();
    response.headers().forEach((name, value) -> fields.add(new Headers.Field(name, value)));
    return new Headers(fields);
  }

  /// The connection that the fetch has gone over last.
  @Nullable Wire wire() {
    return wire;
  }

  Phase phase() {
    return phase;
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

  /// Goes on over a connection, unless the fetch is over.
  ///
  /// @throws IllegalStateException when it is; the connection is closed then
  Wire over(Wire next) {
    if (isOver()) {
      next.close();
      throw new IllegalStateException("over already");
    }
    wire = next;
    phase = Phase.HEAD;
    return next;
  }

  boolean isOver() {
    return result.future().isComplete();
  }

  /// Whether the server had hung up on a kept connection, so that the request is made again (RFC
  /// 9112 section 9.3.1).
  public boolean mayBeRepeated() {
    return !isOver() && !fresh && wire != null && !wire.hasAnswered();
  }

  /// Ends the fetch, unless it is over.
  public void end(FetchResult ended) {
    result.tryComplete(ended);
  }

  /// Ends the fetch because its time is up.
  public void expire() {
    cut(phase.overdue());
  }

  /// Ends the fetch early, and closes its connection.
  public void cut(FetchFailure why) {
    end(why.at(trace()));
    close();
  }

  /// Ends the fetch by something thrown, and closes its connection.
  public void fail(Throwable cause) {
    end(
        cause instanceof ForbiddenAddressException forbidden
            ? new FetchResult.Forbidden(forbidden.address(), trace())
            : FailureMapping.of(phase, cause).at(trace(), cause));
    close();
  }

  /// When and where, up to now.
  private FetchResult.Trace trace() {
    var address = wire == null ? "" : AddressBook.textOf(wire.address());
    return new FetchResult.Trace(
        startedAt, Duration.ofNanos(System.nanoTime() - startedNanos), address);
  }

  /// Nanoseconds left, 1 at least.
  long remainingNanos() {
    return Math.max(1, deadlineNanos - System.nanoTime());
  }

  private void close() {
    if (wire != null) {
      wire.close();
    }
  }
}
