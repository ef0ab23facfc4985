package dev.crawler.core.url;

/// Computes the key of a request URL. Equal keys name one resource by RFC 3986 section 6.2.2 and
/// nothing bolder: no query is sorted, no slash merged. *No state.*
final class UrlKey {
  private UrlKey() {}

  /// @param href without user information and fragment
  static String of(String href, int pathStart, int queryStart) {
    var end = queryStart == href.length() - 1 ? queryStart : href.length();
    return href.indexOf('%', pathStart) < 0
        ? href.substring(0, end)
        : rewrite(href, pathStart, end);
  }

  private static String rewrite(String href, int pathStart, int end) {
    var out = new StringBuilder(end).append(href, 0, pathStart);
    var stray = -3;
    for (var i = pathStart; i < end; i++) {
      var c = href.charAt(i);
      var octet = c == '%' && i + 2 < end ? octetAt(href, i) : -1;
      if (octet < 0) {
        stray = c == '%' ? out.length() : stray;
        out.append(c);
      } else {
        append(octet, stray, out);
        i += 2;
      }
    }
    return out.length() == href.length() && href.contentEquals(out) ? href : out.toString();
  }

  private static int octetAt(String href, int i) {
    return PercentCoding.octet(href.charAt(i + 1), href.charAt(i + 2));
  }

  /// Appends an octet, as a character when that is unreserved. Not where a `%` that begins no
  /// escape stands just before: `/%%34%31` would become `/%41`, another resource, and a key whose
  /// own key is `/A`.
  private static void append(int octet, int stray, StringBuilder out) {
    if (isUnreserved(octet) && !(isHex(octet) && awaitsHex(stray, out))) {
      out.append((char) octet);
    } else {
      PercentCoding.escape(octet, out);
    }
  }

  private static boolean awaitsHex(int stray, StringBuilder out) {
    var behind = out.length() - stray;
    return behind == 1 || behind == 2 && isHex(out.charAt(stray + 1));
  }

  private static boolean isHex(int c) {
    return PercentCoding.hexDigit(c) >= 0;
  }

  private static boolean isUnreserved(int c) {
    var letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    return letter || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_' || c == '~';
  }
}
