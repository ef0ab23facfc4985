package dev.crawler.cli.experiments.chart;

import java.util.ArrayList;
import java.util.List;

/// Bars that lie, in groups. *Immutable.*
///
/// @param name a part of its file's name
/// @param title what it shows
/// @param x to the right
/// @param bars from top to bottom
public record BarChart(String name, String title, Axis x, List<Bar> bars) implements Picture {
  /// Copies the list.
  public BarChart {
    bars = List.copyOf(bars);
  }

  /// One bar. *Immutable.*
  ///
  /// @param group that it belongs to, or empty
  /// @param label of it: the name of an engine has that engine's colour
  /// @param value its length
  /// @param low least of the rounds
  /// @param high most of them
  public record Bar(String group, String label, double value, double low, double high) {}

  /// One without bars.
  public static BarChart of(String name, String title, Axis x) {
    return new BarChart(name, title, x, List.of());
  }

  /// The same with a bar more.
  public BarChart bar(Bar bar) {
    var more = new ArrayList<>(bars);
    more.add(bar);
    return new BarChart(name, title, x, more);
  }

  /// The same with a bar more, without a spread.
  public BarChart bar(String group, String label, double value) {
    return bar(new Bar(group, label, value, value, value));
  }
}
