package dev.crawler.core.fetch;

/// The line before a chunk (RFC 9112 section 7.1): its size in hexadecimal digits, and extensions
/// that nobody knows. Blanks and CRs around the size are let pass, as browsers do; signs and
/// prefixes are not.
public final class ChunkSize {
  /// No size, or one beyond 63 bits.
  public static final long MALFORMED = -1;

  private static final int RADIX = 16;

  private ChunkSize() {}

  /// Bytes of the chunk, 0 for the last one, or [#MALFORMED].
  public static long of(CharSequence line) {
    int at = blanks(line, 0);
    int start = at;
    long size = 0;
    for (; at < line.length() && digit(line.charAt(at)) >= 0; at++) {
      if (size > Long.MAX_VALUE >> 4) {
        return MALFORMED;
      }
      size = size << 4 | digit(line.charAt(at));
    }
    int end = blanks(line, at);
    boolean whole = end == line.length() || line.charAt(end) == ';';
    return at > start && whole ? size : MALFORMED;
  }

  private static int digit(char c) {
    return c < 0x80 ? Character.digit(c, RADIX) : -1;
  }

  private static int blanks(CharSequence line, int from) {
    int at = from;
    while (at < line.length() && " \t\r".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
