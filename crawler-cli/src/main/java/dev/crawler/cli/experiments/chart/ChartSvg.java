package dev.crawler.cli.experiments.chart;

import dev.crawler.cli.compare.page.EngineColours;
import java.util.List;

/// Draws pictures as SVG. *No state.*
public final class ChartSvg {
  static final int WIDTH = 760;

  private ChartSvg() {}

  /// The whole file.
  public static String of(Picture picture) {
    return switch (picture) {
      case LineChart lines -> new LineDrawing(lines).svg();
      case BarChart bars -> new BarDrawing(bars).svg();
    };
  }

  /// The classes of lines or bars by their labels: the first word is the engine.
  static List<String> classes(List<String> labels) {
    var engines = labels.stream().map(ChartSvg::firstWord).toList();
    var colours = EngineColours.of(engines);
    return engines.stream().map(colours::of).toList();
  }

  /// How wide a text of that size is, near enough to lay out a legend: a function of its length,
  /// since fonts differ from machine to machine.
  static double width(String words) {
    return 6.6 * words.length();
  }

  private static String firstWord(String label) {
    int end = label.indexOf(' ');
    return end < 0 ? label : label.substring(0, end);
  }
}
