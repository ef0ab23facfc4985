package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/// The path of an allow or disallow line (RFC 9309 sections 2.2.2 and 2.2.3). Pattern and path are
/// brought into one form first: escapes of unreserved characters decoded, what may not stand in a
/// URI escaped, and so are `*` and `$` where they stand for themselves. *Immutable.*
final class RobotsPattern {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String STANDS_FOR_ITSELF = "-._~:/?#[]@!&'()+,;=";

  private final String start;
  private final List<String> further;
  private final boolean toTheEnd;
  private final int octets;

  private RobotsPattern(List<String> pieces, boolean toTheEnd, int octets) {
    this.start = pieces.getFirst();
    this.further = List.copyOf(pieces.subList(1, pieces.size()));
    this.toTheEnd = toTheEnd;
    this.octets = octets;
  }

  /// Reads a pattern in which `*` is any text and `$` at the end is the end.
  static RobotsPattern of(String text) {
    return of(text, RobotsPattern::normalised);
  }

  /// Reads what [#text()] wrote. Bringing a piece into its form twice may change it, since a `%`
  /// that stood for itself can have come before what is now a digit.
  static RobotsPattern ofNormalised(String text) {
    return of(text, piece -> piece);
  }

  private static RobotsPattern of(String text, UnaryOperator<String> form) {
    boolean toTheEnd = text.endsWith("$");
    var stretch = toTheEnd ? text.substring(0, text.length() - 1) : text;
    var pieces = new ArrayList<String>();
    for (var piece : stretch.split("\\*+", -1)) {
      pieces.add(form.apply(piece));
    }
    int octets =
        pieces.stream().mapToInt(String::length).sum()
            + (int) text.chars().filter(c -> c == '*').count()
            + (toTheEnd ? 1 : 0);
    return new RobotsPattern(pieces, toTheEnd, octets);
  }

  /// Path and query in the form in which patterns are matched with them.
  static String normalised(String path) {
    var octets = path.getBytes(ISO_8859_1);
    var text = new StringBuilder(octets.length);
    for (int i = 0; i < octets.length; i++) {
      int octet = octets[i] & 0xFF;
      int escaped = octet == '%' ? escaped(octets, i) : -1;
      if (escaped >= 0) {
        append(text, escaped, isUnreserved(escaped));
        i += 2;
      } else {
        append(text, octet, octet == '%' || isUnreserved(octet) || isReserved(octet));
      }
    }
    return text.toString();
  }

  private static int escaped(byte[] octets, int percent) {
    if (percent + 2 >= octets.length) {
      return -1;
    }
    int high = Ascii.hex(octets[percent + 1] & 0xFF);
    int low = Ascii.hex(octets[percent + 2] & 0xFF);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static void append(StringBuilder text, int octet, boolean plain) {
    if (plain) {
      text.append((char) octet);
    } else {
      text.append('%').append(HEX.toHexDigits((byte) octet));
    }
  }

  private static boolean isUnreserved(int octet) {
    return Ascii.isLetter(octet)
        || Ascii.isDigit(octet)
        || octet == '-'
        || octet == '.'
        || octet == '_'
        || octet == '~';
  }

  private static boolean isReserved(int octet) {
    return STANDS_FOR_ITSELF.indexOf(octet) >= 0;
  }

  /// The whole pattern in its one form: as many characters as octets.
  String text() {
    var text = new StringBuilder(octets).append(start);
    int ends = toTheEnd ? 1 : 0;
    int stars = octets - ends - start.length() - further.stream().mapToInt(String::length).sum();
    text.repeat('*', stars - Math.max(0, further.size() - 1));
    text.append(String.join("*", further));
    return text.repeat('$', ends).toString();
  }

  /// How specific it is: of several that match, the one with the most octets counts.
  int octets() {
    return octets;
  }

  /// Whether it matches just the paths that begin with its [#prefix()].
  boolean isPrefix() {
    return further.isEmpty() && !toTheEnd;
  }

  /// What a path must begin with.
  String prefix() {
    return start;
  }

  /// Whether it matches that normalised path from its start. Each piece is taken where it is found
  /// first, the last one of a pattern with `$` at the end: nothing is ever tried twice.
  boolean matches(String path) {
    if (!path.startsWith(start)) {
      return false;
    }
    return further.isEmpty()
        ? !toTheEnd || path.length() == start.length()
        : matchesFurther(path, start.length());
  }

  private boolean matchesFurther(String path, int from) {
    int position = from;
    for (var piece : toTheEnd ? further.subList(0, further.size() - 1) : further) {
      int found = path.indexOf(piece, position);
      if (found < 0) {
        return false;
      }
      position = found + piece.length();
    }
    var last = further.getLast();
    return !toTheEnd || path.length() - last.length() >= position && path.endsWith(last);
  }
}
