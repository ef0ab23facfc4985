package dev.crawler.core.url;

/// Which path segments are `.` and `..`, in each of their written forms (`%2e` is a dot). *No
/// state.*
final class DotSegment {
  private DotSegment() {}

  /// 1 for a single-dot segment, 2 for a double-dot segment, 0 for any other.
  static int dots(String text, int from, int end) {
    var dots = 0;
    var i = from;
    while (i < end) {
      var width = dotAt(text, i, end);
      if (width == 0 || dots == 2) {
        return 0;
      }
      dots++;
      i += width;
    }
    return dots;
  }

  /// How many characters write a dot at `i`, 0 when none do.
  private static int dotAt(String text, int i, int end) {
    var c = text.charAt(i);
    if (c == '.') {
      return 1;
    }
    var escaped =
        c == '%' && end - i >= 3 && text.charAt(i + 1) == '2' && (text.charAt(i + 2) | 0x20) == 'e';
    return escaped ? 3 : 0;
  }
}
