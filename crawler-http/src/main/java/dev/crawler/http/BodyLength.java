package dev.crawler.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.MessageHeaders;
import org.apache.hc.core5.http.ProtocolException;

/// How the end of a body is told (RFC 9112 section 6.3). Unlike the library, it takes two equal
/// lengths for one, and no signs in them.
final class BodyLength {
  /// Plugged into each connection.
  static final ContentLengthStrategy STRATEGY = BodyLength::of;

  /// Longest `Content-Length` believed: more digits would not fit a long.
  private static final int DIGITS = 18;

  private BodyLength() {}

  /// Whether it is told in two ways. The connection is not trusted with another request then,
  /// because somebody on the way may have read it the other way.
  static boolean isContradictory(MessageHeaders head) {
    return head.containsHeader("Transfer-Encoding") && head.containsHeader("Content-Length");
  }

  private static long of(MessageHeaders head) throws ProtocolException {
    var codings = tokens(head, "Transfer-Encoding");
    if (!codings.isEmpty() && !codings.equals(List.of("identity"))) {
      if (!codings.equals(List.of("chunked"))) {
        throw new ProtocolException("transfer coding that was not asked for");
      }
      return ContentLengthStrategy.CHUNKED;
    }
    var lengths = tokens(head, "Content-Length");
    if (lengths.isEmpty()) {
      return ContentLengthStrategy.UNDEFINED;
    }
    if (!lengths.stream().allMatch(lengths.getFirst()::equals)) {
      throw new ProtocolException("two different content lengths");
    }
    return length(lengths.getFirst());
  }

  private static long length(String digits) throws ProtocolException {
    boolean number = digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number || digits.isEmpty() || digits.length() > DIGITS) {
      throw new ProtocolException("content length that is no length");
    }
    return Long.parseLong(digits);
  }

  private static List<String> tokens(MessageHeaders head, String name) {
    return Arrays.stream(head.getHeaders(name))
        .map(Header::getValue)
        .flatMap(value -> Stream.of(value.split(",", -1)))
        .map(token -> token.strip().toLowerCase(Locale.ROOT))
        .toList();
  }
}
