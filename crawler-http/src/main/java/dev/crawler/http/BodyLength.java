package dev.crawler.http;

import java.util.regex.Pattern;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.MessageHeaders;
import org.apache.hc.core5.http.ProtocolException;

/// How the end of a body is told (RFC 9112 section 6.3). Unlike the library, it takes two equal
/// lengths for one, and no signs in them.
final class BodyLength {
  /// Plugged into each connection.
  static final ContentLengthStrategy STRATEGY = BodyLength::of;

  /// A `Content-Length` that is believed: more digits might not fit a long.
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

  private BodyLength() {}

  /// Whether it is told in two ways. The connection is not trusted with another request then,
  /// because somebody on the way may have read it the other way.
  static boolean isContradictory(MessageHeaders head) {
    return head.containsHeader("Transfer-Encoding") && head.containsHeader("Content-Length");
  }

  private static long of(MessageHeaders head) throws ProtocolException {
    return isChunked(head) ? ContentLengthStrategy.CHUNKED : declared(head);
  }

  private static boolean isChunked(MessageHeaders head) throws ProtocolException {
    boolean chunked = false;
    for (var field : head.getHeaders("Transfer-Encoding")) {
      for (var coding : field.getValue().split(",", -1)) {
        if (chunked || !isKnown(coding.strip())) {
          throw new ProtocolException("transfer coding that was not asked for");
        }
        chunked = coding.strip().equalsIgnoreCase("chunked");
      }
    }
    return chunked;
  }

  private static boolean isKnown(String coding) {
    return coding.equalsIgnoreCase("chunked") || coding.equalsIgnoreCase("identity");
  }

  private static long declared(MessageHeaders head) throws ProtocolException {
    long length = ContentLengthStrategy.UNDEFINED;
    for (var field : head.getHeaders("Content-Length")) {
      for (var digits : field.getValue().split(",", -1)) {
        long next = length(digits.strip());
        if (length != ContentLengthStrategy.UNDEFINED && length != next) {
          throw new ProtocolException("two different content lengths");
        }
        length = next;
      }
    }
    return length;
  }

  private static long length(String digits) throws ProtocolException {
    if (!DIGITS.matcher(digits).matches()) {
      throw new ProtocolException("content length that is no length");
    }
    return Long.parseLong(digits);
  }
}
