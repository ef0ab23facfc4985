package dev.crawler.http;

import dev.crawler.core.fetch.WireTap;
import java.io.EOFException;
import java.io.IOException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.impl.nio.DefaultHttpResponseFactory;
import org.apache.hc.core5.http.impl.nio.DefaultHttpResponseParser;
import org.apache.hc.core5.http.nio.SessionInputBuffer;
import org.jspecify.annotations.Nullable;

/// The library's reader of header sections for events, with a limit on the whole section, interim
/// answers before it included. It knows whether an answer is due, so that bytes that nobody asked
/// for are never taken for the next one. *Confined to the thread of its connection.*
final class EventHeadParser extends DefaultHttpResponseParser<HttpResponse> {
  private boolean due;
  private boolean begun;
  private long consumed;
  private @Nullable WireTap tap;

  EventHeadParser() {
    super(HeaderLimits.EVENT_HEAD, new HeadLineParser(), DefaultHttpResponseFactory.INSTANCE);
  }

  /// Expects an answer from now on.
  ///
  /// @param listener hears it, unless null
  void expect(@Nullable WireTap listener) {
    tap = listener;
    due = true;
    begun = false;
    consumed = 0;
  }

  /// What hears the answer that was expected last.
  @Nullable WireTap tap() {
    return tap;
  }

  /// Whether a byte of the answer has come.
  boolean hasBegun() {
    return begun;
  }

  /// Called whenever there are bytes outside a body, or an end of the stream.
  @Override
  public @Nullable HttpResponse parse(SessionInputBuffer buffer, boolean ended)
      throws IOException, HttpException {
    int before = buffer.length();
    if (before > 0) {
      judgeFirst(buffer);
    }
    var shown = tap == null ? null : Glance.at(buffer, before);
    var response = due ? super.parse(buffer, false) : null;
    consumed += before - buffer.length();
    if (shown != null && tap != null) {
      tap.receive(shown.limit(before - buffer.length()));
    }
    if (consumed + (response == null ? buffer.length() : 0) > HeaderLimits.SECTION) {
      throw new MessageConstraintException("header section over the limit");
    }
    if (response == null && ended && begun) {
      throw new ConnectionClosedException("closed inside the answer", new EOFException("closed"));
    }
    due = due && (response == null || response.getCode() < 200);
    return response;
  }

  private void judgeFirst(SessionInputBuffer buffer) throws IOException {
    if (!due) {
      throw new MessageConstraintException("bytes that nobody asked for");
    }
    if (!begun && !AnswerSource.isHttp(Glance.at(buffer, 1).get())) {
      begun = true;
      throw new MessageConstraintException("not HTTP");
    }
    begun = true;
  }
}
