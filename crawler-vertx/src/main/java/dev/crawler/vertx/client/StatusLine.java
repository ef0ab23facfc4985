package dev.crawler.vertx.client;

import dev.crawler.core.fetch.AnswerLine;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/// The first line of an answer, in the words of Netty. *Immutable.*
///
/// @param version 1.0, or 1.1 for all that come after it
/// @param status 100 to 999
record StatusLine(HttpVersion version, HttpResponseStatus status) {
  static StatusLine of(String line) {
    HeadReader.requirePrintable(line);
    int status = AnswerLine.status(line);
    if (status < 0) {
      throw AnswerException.notHttp("no status line");
    }
    return new StatusLine(
        AnswerLine.isOld(line) ? HttpVersion.HTTP_1_0 : HttpVersion.HTTP_1_1,
        HttpResponseStatus.valueOf(status));
  }

  /// Whether the answer proper is still to come.
  boolean isInterim() {
    return status.code() < 200;
  }
}
