package dev.crawler.core.url;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Percent-encoding and -decoding of UTF-8. *No state.*
final class PercentCoding {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private PercentCoding() {}

  /// Appends the characters from `from` to `to`, those of the set encoded. A lone surrogate is
  /// written as U+FFFD. What needs nothing is copied in runs.
  static void encode(String text, int from, int to, EncodeSet set, StringBuilder out) {
    var run = from;
    for (var i = from; i < to; i++) {
      if (set.keeps(text.charAt(i))) {
        continue;
      }
      out.append(text, run, i);
      var codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint) - 1;
      run = i + 1;
      encode(codePoint, out);
    }
    out.append(text, run, to);
  }

  private static void encode(int codePoint, StringBuilder out) {
    if (codePoint < 0x80) {
      escape(codePoint, out);
    } else if (codePoint < 0x800) {
      escape(0xC0 | codePoint >> 6, out);
      escape(continuation(codePoint), out);
    } else if (UrlText.isSurrogate(codePoint)) {
      out.append("%EF%BF%BD");
    } else if (codePoint < 0x1_0000) {
      escape(0xE0 | codePoint >> 12, out);
      escape(continuation(codePoint >> 6), out);
      escape(continuation(codePoint), out);
    } else {
      escape(0xF0 | codePoint >> 18, out);
      escape(continuation(codePoint >> 12), out);
      escape(continuation(codePoint >> 6), out);
      escape(continuation(codePoint), out);
    }
  }

  private static int continuation(int bits) {
    return 0x80 | bits & 0x3F;
  }

  /// Appends one escape, its hex digits in upper case.
  static void escape(int octet, StringBuilder out) {
    out.append('%').append(HEX[octet >> 4]).append(HEX[octet & 0xF]);
  }

  /// Decodes every escape, then UTF-8 with U+FFFD for what is none. A lone surrogate in the text
  /// turns into `?`, which no host may have either.
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var bytes = text.getBytes(UTF_8);
    var length = 0;
    for (var i = 0; i < bytes.length; i++) {
      var octet = bytes[i] == '%' ? escapedAt(bytes, i) : -1;
      bytes[length++] = octet < 0 ? bytes[i] : (byte) octet;
      i += octet < 0 ? 0 : 2;
    }
    return new String(bytes, 0, length, UTF_8);
  }

  private static int escapedAt(byte[] bytes, int i) {
    return i + 2 < bytes.length ? octet(bytes[i + 1], bytes[i + 2]) : -1;
  }

  /// The octet that two hex digits write, or -1 when either is none.
  static int octet(int high, int low) {
    var h = hexDigit(high);
    var l = hexDigit(low);
    return h < 0 || l < 0 ? -1 : h << 4 | l;
  }

  /// The value of an ASCII hex digit, or -1.
  static int hexDigit(int c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    var letter = (c | 0x20) - 'a';
    return letter >= 0 && letter < 6 ? letter + 10 : -1;
  }
}
