package dev.crawler.vertx.client;

import dev.crawler.core.fetch.AddressPolicy;
import dev.crawler.core.fetch.Body;
import dev.crawler.core.fetch.BodyLength;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.Recording;
import dev.crawler.core.fetch.Transcript;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.InetAddress;

/// One connection, for one request at a time. *Confined to its event loop.*
public final class Wire {
  private final Route route;
  private final InetAddress address;
  private final HttpClientConnection connection;
  private final AnswerDecoder decoder;
  private final boolean isPublic;
  private long idleSince;

  Wire(Route route, InetAddress address, HttpClientConnection connection, AnswerDecoder decoder) {
    this.route = route;
    this.address = address;
    this.connection = connection;
    this.decoder = decoder;
    isPublic = AddressPolicy.objection(address).isEmpty();
  }

  /// A GET of a target that goes out byte for byte, to be filled in and sent. An answer is expected
  /// from now on.
  public Future<HttpClientRequest> get(String target) {
    decoder.expectAnswer();
    return connection.request(new RequestOptions().setMethod(HttpMethod.GET).setURI(target));
  }

  Route route() {
    return route;
  }

  InetAddress address() {
    return address;
  }

  /// Whether the task of an exchange may be sent over it.
  boolean allows(boolean mayBePrivate) {
    return isPublic || mayBePrivate;
  }

  /// Whether any byte of the last answer has come.
  boolean hasAnswered() {
    return decoder.answer().hasBegun();
  }

  /// Whether another request may be sent over it.
  boolean isQuiet() {
    return decoder.isQuiet();
  }

  /// Bytes of the body of the last answer, or what [BodyLength] says in their place.
  long bodyLength() {
    return decoder.answer().bodyLength();
  }

  /// What was heard of the last answer.
  Recording recording(int status, Headers headers, Body body, boolean truncated) {
    var tap = decoder.tap();
    return tap == null ? Transcript.NONE : tap.recording(status, headers, body, truncated);
  }

  void rest(long nanoTime) {
    idleSince = nanoTime;
  }

  boolean isIdleFor(long nanos, long nanoTime) {
    return nanoTime - idleSince > nanos;
  }

  /// Closes it at once.
  void close() {
    decoder.close();
  }
}
