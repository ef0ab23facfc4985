package dev.crawler.core.url;

/// The WHATWG IPv6 serialiser: lower case, no leading zeros, the first longest run of two or more
/// zero pieces as `::`. *No state.*
final class Ipv6Text {
  private Ipv6Text() {}

  static String of(int[] pieces) {
    var start = longestRun(pieces);
    var end = start < 0 ? -1 : runEnd(pieces, start);
    var out = new StringBuilder(39);
    for (var i = 0; i < Ipv6.PIECES; i++) {
      if (i == start) {
        out.append("::");
        i = end - 1;
        continue;
      }
      if (i > 0 && i != end) {
        out.append(':');
      }
      out.append(Integer.toHexString(pieces[i]));
    }
    return out.toString();
  }

  private static int longestRun(int[] pieces) {
    var longest = -1;
    var length = 1;
    for (var i = 0; i < Ipv6.PIECES; i = Math.max(i + 1, runEnd(pieces, i))) {
      if (runEnd(pieces, i) - i > length) {
        longest = i;
        length = runEnd(pieces, i) - i;
      }
    }
    return longest;
  }

  private static int runEnd(int[] pieces, int from) {
    var end = from;
    while (end < Ipv6.PIECES && pieces[end] == 0) {
      end++;
    }
    return end;
  }
}
