package dev.crawler.http;

import dev.crawler.core.fetch.BodyLength;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.MessageHeaders;
import org.apache.hc.core5.http.ProtocolException;

/// Plugged into each connection, to tell the end of a body as [BodyLength] does.
final class LengthStrategy {
  /// For answers.
  static final ContentLengthStrategy ANSWERS = LengthStrategy::of;

  private LengthStrategy() {}

  /// Whether it is told in two ways. The connection is not trusted with another request then,
  /// because somebody on the way may have read it the other way.
  static boolean isContradictory(MessageHeaders head) {
    return head.containsHeader("Transfer-Encoding") && head.containsHeader("Content-Length");
  }

  private static long of(MessageHeaders head) throws ProtocolException {
    long length = BodyLength.of(values(head, "Transfer-Encoding"), values(head, "Content-Length"));
    if (length == BodyLength.MALFORMED) {
      throw new ProtocolException("no way to tell where the body ends");
    }
    if (length == BodyLength.CHUNKED) {
      return ContentLengthStrategy.CHUNKED;
    }
    return length == BodyLength.UNTIL_CLOSE ? ContentLengthStrategy.UNDEFINED : length;
  }

  private static List<String> values(MessageHeaders head, String name) {
    if (!head.containsHeader(name)) {
      return List.of();
    }
    var values = new ArrayList<String>();
    for (var field : head.getHeaders(name)) {
      values.add(field.getValue());
    }
    return values;
  }
}
