package dev.crawler.cli.experiments.chart;

import java.util.List;

/// The colours of a chart in light and in dark: those of the page of a comparison. In a picture the
/// scheme is that of who looks at it.
final class Style {
  private static final List<String> LIGHT =
      List.of(
          "#343b46", "#0072b2", "#e2621b", "#00966d", "#a22d6e", "#7a5c00", "#43228f", "#3a97bd",
          "#8b3a12", "#5d7f11");
  private static final List<String> DARK =
      List.of(
          "#c9d1dc", "#4aa3e0", "#ff8a3d", "#4cd07d", "#e06ab0", "#e6cf55", "#a58df5", "#7ab8c9",
          "#d79a7a", "#b5cc6a");

  /// Lines differ by their dashes, too.
  private static final List<String> DASHES =
      List.of("none", "none", "9 3", "none", "7 3 2 3", "3 3", "none", "9 3", "7 3 2 3", "3 3");

  static final String ELEMENT =
      """
      <style>
      text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; fill: #171b22; }
      .title { font-size: 15px; font-weight: 600; }
      .label { fill: #565f6d; } .mid { text-anchor: middle; } .end { text-anchor: end; }
      .ground { fill: #ffffff; } .rule { stroke: #dde1e7; } .axis { stroke: #565f6d; }
      .line { fill: none; stroke: currentColor; stroke-width: 2.2; stroke-linejoin: round; }
      .dot, .bar { fill: currentColor; } .spread { stroke: currentColor; stroke-width: 1.2; }
      .over { stroke: #171b22; stroke-width: 1.2; }
      .guide { color: #565f6d; stroke-width: 1.4; stroke-dasharray: 2 4; }
      %s@media (prefers-color-scheme: dark) {
      text { fill: #e8ebf0; } .label { fill: #a3adba; } .over { stroke: #e8ebf0; }
      .ground { fill: #181c22; } .rule { stroke: #2c323b; } .axis { stroke: #a3adba; }
      .guide { color: #a3adba; }
      %s}
      </style>
      """
          .formatted(colours(LIGHT, true), colours(DARK, false));

  private Style() {}

  private static String colours(List<String> values, boolean withDashes) {
    var css = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      css.append(".e%d { color: %s; }".formatted(i, values.get(i)));
      css.append(
          withDashes && !DASHES.get(i).equals("none")
              ? " .line.e%d { stroke-dasharray: %s; }%n".formatted(i, DASHES.get(i))
              : "\n");
    }
    return css.toString();
  }
}
