package dev.crawler.http;

import dev.crawler.core.fetch.Body;
import dev.crawler.core.fetch.BodyBuffer;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.Phase;
import dev.crawler.core.fetch.Recording;
import dev.crawler.core.fetch.Transcript;
import dev.crawler.core.fetch.WireTap;
import dev.crawler.core.plan.HttpSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLProtocolException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/// One request and its answer on one connection, as the library tells of them. *Confined to the
/// thread of its connection, but for a failure before it was served.*
final class PageStream implements AsyncClientExchangeHandler {
  private final CallbackExchange exchange;
  private final EventConnection connection;
  private final HttpSettings settings;
  private final Consumer<CallbackExchange> again;
  private final @Nullable WireTap tap;
  private final AtomicBoolean over = new AtomicBoolean();
  private boolean begun;
  private boolean ended;
  private int status;
  private Headers headers = Headers.NONE;
  private BodyBuffer body = new BodyBuffer(0, 0);

  /// @param again starts another attempt, when this one was made in vain on a kept connection
  PageStream(
      CallbackExchange exchange,
      EventConnection connection,
      HttpSettings settings,
      Consumer<CallbackExchange> again) {
    this.exchange = exchange;
    this.connection = connection;
    this.settings = settings;
    this.again = again;
    tap = settings.tap();
  }

  /// Whether nothing more is to come, or nothing more is wanted.
  boolean hasEnded() {
    return ended;
  }

  /// Whether the answer was read to its end.
  boolean isWhole() {
    return !body.isOver();
  }

  /// Lets go of the connection.
  void detach() {
    exchange.detach();
  }

  /// Hands the answer on.
  void complete() {
    if (over.compareAndSet(false, true)) {
      var content = body.body();
      exchange.complete(
          new FetchResult.Response(
              status,
              headers,
              content,
              body.isOver(),
              recording(content),
              exchange.progress().trace()));
    }
  }

  private Recording recording(Body content) {
    return tap == null ? Transcript.NONE : tap.recording(status, headers, content, body.isOver());
  }

  /// Hands the failure on, in the first words there were for it.
  void fail(Throwable thrown) {
    if (!ended && over.compareAndSet(false, true)) {
      connection.close();
      if (!exchange.progress().isFresh() && isUnanswered(thrown)) {
        again.accept(exchange);
      } else {
        exchange.fail(thrown);
      }
    }
  }

  /// Whether the connection ended before a byte of the answer (RFC 9112 section 9.3.1).
  private boolean isUnanswered(Throwable thrown) {
    boolean ended =
        switch (thrown) {
          case SSLProtocolException _ -> true; // no TLS farewell
          case SSLException _ -> false;
          case IOException _ -> true;
          default -> false;
        };
    return ended && !(begun && connection.hasAnswerBegun());
  }

  @Override
  public void produceRequest(RequestChannel channel, HttpContext context)
      throws HttpException, IOException {
    connection.begin(this, !exchange.progress().isFresh(), tap);
    begun = true;
    if (tap != null) {
      tap.send(RequestText.of(exchange.request()));
    }
    channel.sendRequest(exchange.request(), null, context);
  }

  @Override
  public void consumeResponse(
      HttpResponse response, @Nullable EntityDetails entity, HttpContext context) {
    exchange.progress().enter(Phase.BODY);
    status = response.getCode();
    headers = ResponseHeaders.of(response);
    if (entity == null) {
      ended = true;
    } else {
      body = new BodyBuffer(settings.rawLimit(headers), entity.getContentLength());
    }
  }

  @Override
  public void consume(ByteBuffer piece) {
    if (!ended) {
      body.add(piece);
      ended = body.isOver();
      if (ended) {
        connection.close();
      }
    }
  }

  @Override
  public void streamEnd(@Nullable List<? extends Header> trailers) {
    ended = true;
  }

  @Override
  public void updateCapacity(CapacityChannel channel) throws IOException {
    channel.update(Integer.MAX_VALUE);
  }

  @Override
  public void failed(Exception cause) {
    fail(cause);
  }

  @Override
  public void cancel() {
    fail(new ConnectionClosedException());
  }

  /// The library's last word, after each answer; in case that it has lost the others.
  @Override
  public void releaseResources() {
    if (!ended) {
      fail(new ConnectionClosedException());
    }
  }

  @Override
  public void consumeInformation(HttpResponse response, HttpContext context) {}

  @Override
  public int available() {
    return 0;
  }

  @Override
  public void produce(DataStreamChannel channel) {}
}
