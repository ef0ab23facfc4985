package dev.crawler.cli.experiments.chart;

/// What can be drawn. *Immutable.*
public sealed interface Picture permits LineChart, BarChart {
  /// A part of its file's name.
  String name();

  /// What it shows, in a line.
  String title();
}
