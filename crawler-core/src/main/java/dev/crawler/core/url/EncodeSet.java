package dev.crawler.core.url;

/// The percent-encode sets that http and https URLs need (WHATWG URL section 1.3), as bit sets of
/// the characters that are kept. *Immutable.*
enum EncodeSet {
  FRAGMENT(" \"<>`"),
  /// The special-query set.
  QUERY(" \"#<>'"),
  PATH(" \"#<>?^`{}"),
  USER_INFO(" \"#<>?^`{}/:;=@[\\]|");

  private final long kept;
  private final long keptFrom64;

  EncodeSet(String encoded) {
    this.kept = bits(encoded, 0);
    this.keptFrom64 = bits(encoded, 64);
  }

  private static long bits(String encoded, int from) {
    var bits = 0L;
    for (var c = Math.max(from, ' '); c < Math.min(from + 64, 0x7F); c++) {
      bits |= encoded.indexOf(c) < 0 ? 1L << c : 0;
    }
    return bits;
  }

  /// Whether `c` is written as it is.
  boolean keeps(char c) {
    return c < 128 && ((c < 64 ? kept : keptFrom64) >>> c & 1) != 0;
  }
}
