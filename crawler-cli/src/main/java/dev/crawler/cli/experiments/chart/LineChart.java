package dev.crawler.cli.experiments.chart;

import java.util.ArrayList;
import java.util.List;

/// Lines over two axes. *Immutable.*
///
/// @param name a part of its file's name
/// @param title what it shows
/// @param x to the right
/// @param y upwards
/// @param lines in the order of the legend
public record LineChart(String name, String title, Axis x, Axis y, List<Line> lines)
    implements Picture {
  /// Copies the list.
  public LineChart {
    lines = List.copyOf(lines);
  }

  /// A line through dots. *Immutable.*
  ///
  /// @param label of the legend: the name of an engine has that engine's colour
  /// @param isGuide whether it is what is expected, and not what was measured
  /// @param dots from left to right
  public record Line(String label, boolean isGuide, List<Dot> dots) {
    /// Copies the list.
    public Line {
      dots = List.copyOf(dots);
    }
  }

  /// One measured place. *Immutable.*
  ///
  /// @param low least of the rounds
  /// @param high most of them
  public record Dot(double x, double y, double low, double high) {
    /// One without a spread.
    public static Dot of(double x, double y) {
      return new Dot(x, y, y, y);
    }
  }

  /// One without lines.
  public static LineChart of(String name, String title, Axis x, Axis y) {
    return new LineChart(name, title, x, y, List.of());
  }

  /// The same with a line more; without it when it has no dot.
  public LineChart line(String label, List<Dot> dots) {
    return and(new Line(label, false, dots));
  }

  /// The same with a line of what is expected.
  public LineChart guide(String label, List<Dot> dots) {
    return and(new Line(label, true, dots));
  }

  private LineChart and(Line line) {
    if (line.dots().isEmpty()) {
      return this;
    }
    var more = new ArrayList<>(lines);
    more.add(line);
    return new LineChart(name, title, x, y, more);
  }
}
