package dev.crawler.cli.config;

import org.jspecify.annotations.Nullable;

/// What one line of a file says: `key = value`, or nothing. White space around either does not
/// count. Values stand as they are, backslashes too, since many are patterns; one that ends in a
/// blank, or holds a blank before a `#`, is put between quotes of either kind. *Immutable.*
record ConfigLine(String key, String value) {
  /// Reads a line; null when it says nothing.
  ///
  /// @throws IllegalArgumentException saying what is wrong with it
  static @Nullable ConfigLine of(String line) {
    var text = line.strip();
    if (text.isEmpty() || text.startsWith("#")) {
      return null;
    }
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException("no '=' in the line; write option = value");
    }
    var key = text.substring(0, equals).strip();
    var value = text.substring(equals + 1).strip();
    boolean quoted = value.startsWith("\"") || value.startsWith("'");
    return new ConfigLine(key, quoted ? between(value) : withoutNote(value));
  }

  private static String between(String value) {
    int close = value.indexOf(value.charAt(0), 1);
    if (close < 0) {
      throw new IllegalArgumentException("a quote is opened and not closed");
    }
    var rest = value.substring(close + 1).strip();
    if (!rest.isEmpty() && !rest.startsWith("#")) {
      throw new IllegalArgumentException("something follows the closing quote");
    }
    return value.substring(1, close);
  }

  private static String withoutNote(String value) {
    for (int at = value.indexOf('#'); at >= 0; at = value.indexOf('#', at + 1)) {
      if (at == 0 || Character.isWhitespace(value.charAt(at - 1))) {
        return value.substring(0, at).strip();
      }
    }
    return value;
  }
}
