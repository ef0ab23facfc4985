package dev.crawler.core.url;

/// The lexical rules of the parser's input. *No state.*
final class UrlText {
  private static final int REPLACEMENT = 0xFFFD;

  private UrlText() {}

  /// Without C0 controls and spaces at both ends and without any tab or newline. The same String
  /// when there are none, as nearly always.
  static String clean(String input) {
    var from = 0;
    var to = input.length();
    while (from < to && input.charAt(from) <= ' ') {
      from++;
    }
    while (from < to && input.charAt(to - 1) <= ' ') {
      to--;
    }
    var trimmed = input.substring(from, to);
    return hasTabOrNewline(trimmed) ? withoutTabsAndNewlines(trimmed) : trimmed;
  }

  private static boolean hasTabOrNewline(String text) {
    return text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0 || text.indexOf('\r') >= 0;
  }

  /// Lone surrogates are replaced first: else a tab between two would make them a pair.
  private static String withoutTabsAndNewlines(String text) {
    return text.codePoints()
        .map(c -> isSurrogate(c) ? REPLACEMENT : c)
        .filter(c -> c != '\t' && c != '\n' && c != '\r')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// Whether a code point is a surrogate, hence a lone one.
  static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /// Whether a slash of either kind stands at `at`: to these schemes they are the same.
  static boolean isSlash(String text, int at) {
    return at < text.length() && (text.charAt(at) == '/' || text.charAt(at) == '\\');
  }

  /// Where an authority or a path segment that begins at `from` ends: before a slash, a query, a
  /// fragment or the end of the text.
  static int endOfPart(String text, int from) {
    for (var i = from; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '/' || c == '\\' || c == '?' || c == '#') {
        return i;
      }
    }
    return text.length();
  }
}
