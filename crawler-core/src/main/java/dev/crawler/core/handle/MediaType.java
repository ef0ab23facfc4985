package dev.crawler.core.handle;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a `Content-Type` says (MIME Sniffing Standard, "parse a MIME type"). *Immutable.*
///
/// @param essence `type/subtype` in lower case, or null when there is none
/// @param charset value of the first `charset` parameter, or null
record MediaType(@Nullable String essence, @Nullable String charset) {
  private static final MediaType NONE = new MediaType(null, null);

  /// Reads a header value; null for a missing one.
  static MediaType parse(@Nullable String header) {
    if (header == null) {
      return NONE;
    }
    int end = header.indexOf(';');
    var essence = (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    if (!isEssence(essence)) {
      return NONE;
    }
    return new MediaType(essence, end < 0 ? null : charset(header, end));
  }

  boolean isHtml() {
    return "text/html".equals(essence) || isXhtml();
  }

  boolean isXhtml() {
    return "application/xhtml+xml".equals(essence);
  }

  /// Whether the body has to be looked at to know what it is.
  boolean isUnknown() {
    return essence == null
        || essence.equals("unknown/unknown")
        || essence.equals("application/unknown")
        || essence.equals("*/*");
  }

  private static boolean isEssence(String text) {
    int slash = text.indexOf('/');
    return slash > 0 && slash < text.length() - 1 && isPlain(text);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == ',' || c >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String charset(String header, int from) {
    int i = from;
    while (i >= 0 && i < header.length()) {
      int start = i + 1;
      int end = endOfParameter(header, start);
      var parameter = header.substring(start, end).strip();
      if (parameter.regionMatches(true, 0, "charset=", 0, 8)) {
        return unquoted(parameter.substring(8));
      }
      i = end;
    }
    return null;
  }

  private static int endOfParameter(String header, int from) {
    boolean quoted = false;
    int i = from;
    while (i < header.length() && (quoted || header.charAt(i) != ';')) {
      char c = header.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && quoted) {
        i++;
      }
      i++;
    }
    return Math.min(i, header.length());
  }

  private static String unquoted(String value) {
    if (!value.startsWith("\"")) {
      return value;
    }
    var text = new StringBuilder();
    for (int i = 1; i < value.length() && value.charAt(i) != '"'; i++) {
      if (value.charAt(i) == '\\' && i + 1 < value.length()) {
        i++;
      }
      text.append(value.charAt(i));
    }
    return text.toString();
  }
}
