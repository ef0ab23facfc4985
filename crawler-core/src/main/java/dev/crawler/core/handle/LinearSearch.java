package dev.crawler.core.handle;

/// Finds a text in another in time linear in both, whatever they are (Knuth, Morris and Pratt):
/// [String#indexOf] is quadratic for a pattern made to hurt.
final class LinearSearch {
  private LinearSearch() {}

  /// Index after the first occurrence at or after `from`, or -1.
  static int endOf(String wanted, String text, int from) {
    if (wanted.length() > text.length() - from) {
      return -1;
    }
    if (wanted.isEmpty()) {
      return from;
    }
    var borders = borders(wanted);
    int matched = 0;
    for (int i = from; i < text.length(); i++) {
      matched = advance(wanted, borders, matched, text.charAt(i));
      if (matched == wanted.length()) {
        return i + 1;
      }
    }
    return -1;
  }

  /// For each prefix of the text, how long its longest proper border is.
  private static int[] borders(String text) {
    var borders = new int[text.length()];
    for (int i = 1; i < text.length(); i++) {
      borders[i] = advance(text, borders, borders[i - 1], text.charAt(i));
    }
    return borders;
  }

  private static int advance(String wanted, int[] borders, int matched, char next) {
    int length = matched;
    while (length > 0 && wanted.charAt(length) != next) {
      length = borders[length - 1];
    }
    return wanted.charAt(length) == next ? length + 1 : length;
  }
}
