package dev.crawler.core.handle;

import java.util.ArrayList;
import java.util.List;

/// Characters as the standards class them: ASCII only, no locale. *No state.*
final class Ascii {
  private Ascii() {}

  /// Tab, line feed, form feed, carriage return or space (Infra Standard, "ASCII whitespace").
  static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }

  /// U+0000 to U+001F, or U+007F (Infra Standard, "control", less those beyond ASCII).
  static boolean isControl(int c) {
    return c < ' ' || c == 0x7f;
  }

  static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static int lower(int c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }

  /// The value of a hexadecimal digit, or -1.
  static int hex(int c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  /// The words between whitespace, as in `rel` and `class`.
  static List<String> words(String text) {
    var words = new ArrayList<String>();
    int i = 0;
    while (i < text.length()) {
      int start = i;
      while (i < text.length() && !isSpace(text.charAt(i))) {
        i++;
      }
      if (i > start) {
        words.add(text.substring(start, i));
      }
      i++;
    }
    return words;
  }

  /// The text with each run of whitespace made one space and none at its ends, cut to that many
  /// code points.
  static String collapsed(String text, int limit) {
    var result = new StringBuilder(Math.min(text.length(), limit));
    boolean gap = false;
    int length = 0;
    int i = 0;
    while (i < text.length() && length < limit) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isSpace(c)) {
        gap = length > 0;
      } else if (gap) {
        gap = false;
        result.append(' ');
        length++;
        i -= Character.charCount(c);
      } else {
        result.appendCodePoint(c);
        length++;
      }
    }
    return result.toString().stripTrailing();
  }
}
