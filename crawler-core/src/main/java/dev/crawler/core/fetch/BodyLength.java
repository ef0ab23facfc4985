package dev.crawler.core.fetch;

import java.util.List;

/// How the end of a body is told (RFC 9112 section 6.3). Unlike some clients, it takes two equal
/// lengths for one, no signs in them, and no transfer coding that was not asked for.
public final class BodyLength {
  /// By chunks.
  public static final long CHUNKED = -1;

  /// By the end of the connection.
  public static final long UNTIL_CLOSE = -2;

  /// In a way that nobody should guess about: the answer is no HTTP.
  public static final long MALFORMED = -3;

  /// Digits of a `Content-Length` that is believed: more might not fit a long.
  private static final int MAX_DIGITS = 18;

  private BodyLength() {}

  /// Bytes of the body, or one of the constants. Chunks count before a length.
  ///
  /// @param codings values of all `Transfer-Encoding` fields
  /// @param lengths values of all `Content-Length` fields
  public static long of(List<String> codings, List<String> lengths) {
    long coded = coded(codings);
    return coded == UNTIL_CLOSE ? declared(lengths) : coded;
  }

  private static long coded(List<String> codings) {
    boolean chunked = false;
    for (var value : codings) {
      for (var coding : value.split(",", -1)) {
        if (chunked || !isKnown(coding.strip())) {
          return MALFORMED;
        }
        chunked = coding.strip().equalsIgnoreCase("chunked");
      }
    }
    return chunked ? CHUNKED : UNTIL_CLOSE;
  }

  private static boolean isKnown(String coding) {
    return coding.equalsIgnoreCase("chunked") || coding.equalsIgnoreCase("identity");
  }

  private static long declared(List<String> lengths) {
    long length = UNTIL_CLOSE;
    for (var value : lengths) {
      for (var text : value.split(",", -1)) {
        long next = number(text.strip());
        if (next == MALFORMED || length != UNTIL_CLOSE && length != next) {
          return MALFORMED;
        }
        length = next;
      }
    }
    return length;
  }

  private static long number(String digits) {
    if (digits.isEmpty() || digits.length() > MAX_DIGITS) {
      return MALFORMED;
    }
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return MALFORMED;
      }
      number = 10 * number + (c - '0');
    }
    return number;
  }
}
