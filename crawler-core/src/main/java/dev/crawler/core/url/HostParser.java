package dev.crawler.core.url;

import java.util.Locale;

/// The WHATWG host parser for special URLs. *No state.*
final class HostParser {
  private static final int UPPER = 1;
  private static final int PERCENT = 2;
  private static final int FORBIDDEN = 4;
  private static final int BEYOND_ASCII = 8;
  private static final byte[] KINDS = kinds();

  private HostParser() {}

  /// What became of a text that was read as a host.
  sealed interface Result {}

  /// A host as it is serialised.
  record Accepted(String host) implements Result {}

  /// No host.
  record Rejected(String why) implements Result {}

  private static byte[] kinds() {
    var kinds = new byte[128];
    for (char c = 0; c < 128; c++) {
      if (c <= ' ' || c == 0x7F || "#/:<>?@[\\]^|".indexOf(c) >= 0) {
        kinds[c] = FORBIDDEN;
      } else if (c >= 'A' && c <= 'Z') {
        kinds[c] = UPPER;
      } else if (c == '%') {
        kinds[c] = PERCENT;
      }
    }
    return kinds;
  }

  /// Reads a text that is not empty.
  static Result parse(String text) {
    if (text.charAt(0) == '[') {
      return ipv6(text);
    }
    var kinds = kindsOf(text);
    if (kinds == 0) {
      return ipv4OrDomain(text);
    }
    var domain = (kinds & PERCENT) == 0 ? text : PercentCoding.decode(text);
    if ((kindsOf(domain) & BEYOND_ASCII) == 0) {
      return checked(domain.toLowerCase(Locale.ROOT));
    }
    return switch (DomainToAscii.convert(domain)) {
      case Accepted(var ascii) -> checked(ascii);
      case Rejected rejected -> rejected;
    };
  }

  private static int kindsOf(String text) {
    var kinds = 0;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      kinds |= c < 128 ? KINDS[c] : BEYOND_ASCII;
    }
    return kinds;
  }

  private static Result checked(String ascii) {
    if (ascii.isEmpty()) {
      return new Rejected("the host has only characters that are ignored");
    }
    return kindsOf(ascii) == 0
        ? ipv4OrDomain(ascii)
        : new Rejected("the host has a character that no host may have");
  }

  private static Result ipv4OrDomain(String ascii) {
    if (!Ipv4.endsInNumber(ascii)) {
      return new Accepted(ascii);
    }
    var address = Ipv4.parse(ascii);
    return address < 0
        ? new Rejected("the host ends in a number and is no IPv4 address")
        : new Accepted(Ipv4.serialise(address));
  }

  private static Result ipv6(String text) {
    if (!text.endsWith("]")) {
      return new Rejected("an IPv6 address without its closing bracket");
    }
    return Ipv6.canonical(text.substring(1, text.length() - 1))
        .<Result>map(address -> new Accepted("[" + address + "]"))
        .orElseGet(() -> new Rejected("no IPv6 address between the brackets"));
  }
}
