package dev.crawler.core.handle;

import java.util.Optional;

/// Reads `text/html; charset=x` in a meta element (HTML Standard, "extracting a character encoding
/// from a meta element"). *No state.*
final class MetaContent {
  private static final String CHARSET = "charset";

  private MetaContent() {}

  /// The encoding named there, when one is named that is known.
  static Optional<Encoding> encoding(String content) {
    int position = 0;
    while (true) {
      int found = indexOfCharset(content, position);
      if (found < 0) {
        return Optional.empty();
      }
      int next = skipSpace(content, found + CHARSET.length());
      if (next < content.length() && content.charAt(next) == '=') {
        return value(content, skipSpace(content, next + 1)).flatMap(Encodings::forLabelInPage);
      }
      position = next;
    }
  }

  private static Optional<String> value(String content, int from) {
    if (from == content.length()) {
      return Optional.empty();
    }
    char quote = content.charAt(from);
    if (quote == '"' || quote == '\'') {
      int end = content.indexOf(quote, from + 1);
      return end < 0 ? Optional.empty() : Optional.of(content.substring(from + 1, end));
    }
    int end = from;
    while (end < content.length()
        && content.charAt(end) != ';'
        && !Ascii.isSpace(content.charAt(end))) {
      end++;
    }
    return Optional.of(content.substring(from, end));
  }

  private static int indexOfCharset(String content, int from) {
    for (int i = from; i <= content.length() - CHARSET.length(); i++) {
      if (content.regionMatches(true, i, CHARSET, 0, CHARSET.length())) {
        return i;
      }
    }
    return -1;
  }

  private static int skipSpace(String content, int from) {
    int i = from;
    while (i < content.length() && Ascii.isSpace(content.charAt(i))) {
      i++;
    }
    return i;
  }
}
