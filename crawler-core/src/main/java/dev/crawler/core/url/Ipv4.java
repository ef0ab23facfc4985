package dev.crawler.core.url;

/// The WHATWG IPv4 parser: one to four numbers, decimal, octal or hexadecimal, of which the last
/// fills what the others leave. *No state.*
final class Ipv4 {
  private static final long NONE = -1;
  private static final long TOO_GREAT = 1L << 32;

  private Ipv4() {}

  /// Whether the last label of a domain, before a trailing dot, is a number; then the domain is an
  /// IPv4 address or nothing.
  static boolean endsInNumber(String domain) {
    var end = withoutTrailingDot(domain);
    var start = domain.lastIndexOf('.', end - 1) + 1;
    if (start == end || !isDigit(domain.charAt(start))) {
      return false;
    }
    return isDecimal(domain, start, end) || number(domain, start, end) != NONE;
  }

  private static int withoutTrailingDot(String domain) {
    var length = domain.length();
    return domain.charAt(length - 1) == '.' ? length - 1 : length;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isDecimal(String text, int from, int end) {
    for (var i = from; i < end; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// The address, or a negative number when the domain is none.
  static long parse(String domain) {
    var end = withoutTrailingDot(domain);
    var address = 0L;
    var start = 0;
    for (var part = 0; part < 4; part++) {
      var dot = domain.indexOf('.', start, end);
      var number = number(domain, start, dot < 0 ? end : dot);
      if (dot < 0) {
        return number == NONE || number >= 1L << 8 * (4 - part) ? NONE : address | number;
      }
      if (number == NONE || number > 255) {
        return NONE;
      }
      address |= number << 8 * (3 - part);
      start = dot + 1;
    }
    return NONE;
  }

  /// The number that a part writes, capped at 2^32, or {@link #NONE}.
  private static long number(String text, int from, int end) {
    if (from == end) {
      return NONE;
    }
    var radix = radix(text, from, end);
    var value = 0L;
    for (var i = from + prefix(radix); i < end; i++) {
      var digit = PercentCoding.hexDigit(text.charAt(i));
      if (digit < 0 || digit >= radix) {
        return NONE;
      }
      value = Math.min(value * radix + digit, TOO_GREAT);
    }
    return value;
  }

  private static int radix(String text, int from, int end) {
    if (end - from < 2 || text.charAt(from) != '0') {
      return 10;
    }
    return text.charAt(from + 1) == 'x' ? 16 : 8;
  }

  private static int prefix(int radix) {
    return switch (radix) {
      case 16 -> 2;
      case 8 -> 1;
      default -> 0;
    };
  }

  static String serialise(long address) {
    return (address >> 24)
        + "."
        + (address >> 16 & 0xFF)
        + "."
        + (address >> 8 & 0xFF)
        + "."
        + (address & 0xFF);
  }
}
