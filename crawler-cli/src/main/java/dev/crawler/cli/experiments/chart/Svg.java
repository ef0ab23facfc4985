package dev.crawler.cli.experiments.chart;

import java.util.Locale;

/// SVG text as it grows. Everything that is not written here is escaped. *Confined to one thread.*
final class Svg {
  private final StringBuilder text = new StringBuilder();

  /// The element that holds all, with its style and a ground.
  Svg open(int width, int height, String title) {
    return raw("""
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img">
    """
            .formatted(width, height, width, height))
        .raw("<title>" + escaped(title) + "</title>\n")
        .raw(Style.ELEMENT)
        .raw(
            "<rect class=\"ground\" width=\"%d\" height=\"%d\" rx=\"8\"/>%n"
                .formatted(width, height));
  }

  Svg line(String css, double x1, double y1, double x2, double y2) {
    return raw(
        "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>%n"
            .formatted(css, of(x1), of(y1), of(x2), of(y2)));
  }

  Svg rect(String css, double x, double y, double width, double height) {
    return raw(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>%n"
            .formatted(css, of(x), of(y), of(width), of(height)));
  }

  Svg dot(String css, double x, double y) {
    return raw(
        "<circle class=\"dot %s\" cx=\"%s\" cy=\"%s\" r=\"3.2\"/>%n".formatted(css, of(x), of(y)));
  }

  /// @param points as in the attribute
  Svg polyline(String css, String points) {
    return raw("<polyline class=\"line %s\" points=\"%s\"/>%n".formatted(css, points));
  }

  Svg text(String css, double x, double y, String words) {
    return raw(
        "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>%n"
            .formatted(css, of(x), of(y), escaped(words)));
  }

  /// Words that stand upright along the left side.
  Svg upright(double x, double y, String words) {
    return raw(
        "<text class=\"label mid\" transform=\"translate(%s %s) rotate(-90)\">%s</text>%n"
            .formatted(of(x), of(y), escaped(words)));
  }

  /// The whole.
  String close() {
    return text + "</svg>\n";
  }

  /// A coordinate.
  static String of(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
  }

  private Svg raw(String part) {
    text.append(part);
    return this;
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
