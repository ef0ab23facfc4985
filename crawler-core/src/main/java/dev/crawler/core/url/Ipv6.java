package dev.crawler.core.url;

import java.util.Optional;

/// The WHATWG IPv6 parser: eight pieces, `::` once, the last two perhaps written as IPv4, no zone.
/// *Confined to one call.*
final class Ipv6 {
  static final int PIECES = 8;

  private final String text;
  private final int[] pieces = new int[PIECES];
  private int at;
  private int count;

  /// The index of the piece after those that `::` stands for, -1 without `::`.
  private int compressed = -1;

  private Ipv6(String text) {
    this.text = text;
  }

  /// The address between the brackets as it is serialised (RFC 5952), or empty when it is none.
  static Optional<String> canonical(String text) {
    var parser = new Ipv6(text);
    return parser.parse() ? Optional.of(Ipv6Text.of(parser.pieces)) : Optional.empty();
  }

  private boolean parse() {
    if (at() == ':') {
      at++;
      if (!compress()) {
        return false;
      }
    }
    while (at < text.length()) {
      if (count == PIECES || !(at() == ':' ? compress() : piece())) {
        return false;
      }
    }
    return compressed < 0 ? count == PIECES : moveToEnd();
  }

  private int at() {
    return at < text.length() ? text.charAt(at) : -1;
  }

  /// Reads the second colon of `::`, which stands for one zero piece at least.
  private boolean compress() {
    if (at() != ':' || compressed >= 0) {
      return false;
    }
    at++;
    compressed = ++count;
    return true;
  }

  /// Reads up to four hex digits and the colon behind them, or an IPv4 address.
  private boolean piece() {
    var start = at;
    var value = 0;
    while (at - start < 4 && PercentCoding.hexDigit(at()) >= 0) {
      value = value << 4 | PercentCoding.hexDigit(at());
      at++;
    }
    if (at() == '.' && at > start) {
      at = start;
      return ipv4();
    }
    pieces[count++] = value;
    if (at == text.length()) {
      return true;
    }
    return at() == ':' && ++at < text.length();
  }

  /// Reads four decimal numbers without leading zeros, to the end of the text.
  private boolean ipv4() {
    if (count > PIECES - 2) {
      return false;
    }
    for (var number = 0; number < 4; number++) {
      if (number > 0 && (at() != '.' || ++at == text.length())) {
        return false;
      }
      var octet = octet();
      if (octet < 0) {
        return false;
      }
      pieces[count] = pieces[count] << 8 | octet;
      count += number % 2;
    }
    return at == text.length();
  }

  private int octet() {
    var start = at;
    var value = 0;
    while (at() >= '0' && at() <= '9') {
      if (at > start && value == 0) {
        return -1;
      }
      value = value * 10 + at() - '0';
      if (value > 255) {
        return -1;
      }
      at++;
    }
    return at == start ? -1 : value;
  }

  private boolean moveToEnd() {
    var tail = count - compressed;
    System.arraycopy(pieces, compressed, pieces, PIECES - tail, tail);
    for (var i = compressed; i < PIECES - tail; i++) {
      pieces[i] = 0;
    }
    return true;
  }
}
