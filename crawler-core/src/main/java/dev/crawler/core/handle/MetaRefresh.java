package dev.crawler.core.handle;

import java.util.Optional;

/// Reads the URL in `5; url=x` (HTML Standard, "shared declarative refresh steps"). *No state.*
final class MetaRefresh {
  private MetaRefresh() {}

  /// The reference, when the content is a refresh that has one.
  static Optional<String> target(String content) {
    int i = skipSpace(content, 0);
    int digits = i;
    while (i < content.length() && Ascii.isDigit(content.charAt(i))) {
      i++;
    }
    if (i == digits && !startsWith(content, i, ".")) {
      return Optional.empty();
    }
    while (i < content.length() && (Ascii.isDigit(content.charAt(i)) || content.charAt(i) == '.')) {
      i++;
    }
    int afterTime = i;
    i = skipSpace(content, i);
    if (i < content.length() && i == afterTime && ";,".indexOf(content.charAt(i)) < 0) {
      return Optional.empty();
    }
    if (i < content.length() && ";,".indexOf(content.charAt(i)) >= 0) {
      i = skipSpace(content, i + 1);
    }
    return i == content.length() ? Optional.empty() : Optional.of(url(content, i));
  }

  private static String url(String content, int from) {
    int start = from;
    if (startsWith(content, from, "url")) {
      int equals = skipSpace(content, from + 3);
      if (startsWith(content, equals, "=")) {
        start = skipSpace(content, equals + 1);
      } else {
        return content.substring(from);
      }
    }
    if (start < content.length() && "\"'".indexOf(content.charAt(start)) >= 0) {
      int end = content.indexOf(content.charAt(start), start + 1);
      return content.substring(start + 1, end < 0 ? content.length() : end);
    }
    return content.substring(start);
  }

  private static boolean startsWith(String content, int from, String prefix) {
    return content.regionMatches(true, from, prefix, 0, prefix.length());
  }

  private static int skipSpace(String content, int from) {
    int i = from;
    while (i < content.length() && Ascii.isSpace(content.charAt(i))) {
      i++;
    }
    return i;
  }
}
