package dev.crawler.vertx.client;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.regex.Pattern;

/// The first line of an answer. 101 is refused, for nobody asked. *Immutable.*
///
/// @param version 1.0, or 1.1 for all that come after it
/// @param status 100 to 999
record StatusLine(HttpVersion version, HttpResponseStatus status) {
  private static final Pattern LINE =
      Pattern.compile(
          "[ \\t]*HTTP/([01])\\.([0-9]{1,9})[ \\t]+([0-9]{1,9})(?:[ \\t].*)?", Pattern.DOTALL);

  static StatusLine of(String line) {
    HeadReader.requirePrintable(line);
    var parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw AnswerException.notHttp("no status line");
    }
    int status = Integer.parseInt(parts.group(3));
    if (status < 100 || status == 101 || status > 999) {
      throw AnswerException.notHttp("status code that cannot be an answer");
    }
    boolean old = parts.group(1).equals("0") || Integer.parseInt(parts.group(2)) == 0;
    return new StatusLine(
        old ? HttpVersion.HTTP_1_0 : HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
  }

  /// Whether the answer proper is still to come.
  boolean isInterim() {
    return status.code() < 200;
  }
}
