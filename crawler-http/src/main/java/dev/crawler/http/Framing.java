package dev.crawler.http;

import java.util.List;
import java.util.Locale;
import org.apache.hc.core5.http.ProtocolException;

/// How the end of a body is told (RFC 9112 section 6.3). *Immutable.*
sealed interface Framing {
  /// There is none, whatever the header says: 204 and 304.
  record Bodiless() implements Framing {}

  /// After so many bytes.
  record Sized(long length) implements Framing {}

  /// By an empty chunk. `Content-Length` beside it is ignored, and the connection not trusted with
  /// another request, because somebody on the way may have read it the other way.
  record Chunked(boolean trusted) implements Framing {}

  /// By the end of the connection.
  record UntilClose() implements Framing {}

  /// Whether the connection can serve another request after such a body.
  default boolean isReusable() {
    return switch (this) {
      case Bodiless _, Sized _ -> true;
      case Chunked(boolean trusted) -> trusted;
      case UntilClose _ -> false;
    };
  }

  /// Longest `Content-Length` believed: more digits would not fit a long.
  int LENGTH_DIGITS = 18;

  /// Reads it from the header section.
  ///
  /// @throws ProtocolException for a coding that nobody asked for and for a length that is no
  ///   number or two numbers
  static Framing of(ResponseHead head) throws ProtocolException {
    if (head.status() == 204 || head.status() == 304) {
      return new Bodiless();
    }
    var codings = tokens(head.headers().all("Transfer-Encoding"));
    var lengths = tokens(head.headers().all("Content-Length"));
    if (!codings.isEmpty() && !codings.equals(List.of("identity"))) {
      if (!codings.equals(List.of("chunked"))) {
        throw new ProtocolException("transfer coding that was not asked for");
      }
      return new Chunked(lengths.isEmpty());
    }
    if (lengths.isEmpty()) {
      return new UntilClose();
    }
    if (!lengths.stream().allMatch(lengths.getFirst()::equals)) {
      throw new ProtocolException("two different content lengths");
    }
    return new Sized(length(lengths.getFirst()));
  }

  private static long length(String digits) throws ProtocolException {
    boolean number = digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number || digits.isEmpty() || digits.length() > LENGTH_DIGITS) {
      throw new ProtocolException("content length that is no length");
    }
    return Long.parseLong(digits);
  }

  private static List<String> tokens(List<String> values) {
    return values.stream()
        .flatMap(value -> List.of(value.split(",", -1)).stream())
        .map(token -> token.strip().toLowerCase(Locale.ROOT))
        .toList();
  }
}
