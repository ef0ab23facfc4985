package dev.crawler.core.url;

/// What the parser does to its input before it reads it. *No state.*
final class InputText {
  private static final int REPLACEMENT = 0xFFFD;

  private InputText() {}

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

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
