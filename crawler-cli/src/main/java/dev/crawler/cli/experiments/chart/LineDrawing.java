package dev.crawler.cli.experiments.chart;

import dev.crawler.cli.experiments.chart.LineChart.Dot;
import dev.crawler.cli.experiments.chart.LineChart.Line;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Draws lines. *Confined to one thread.*
final class LineDrawing {
  private static final int HEIGHT = 420;
  private static final double LEFT = 74;
  private static final double RIGHT = ChartSvg.WIDTH - 24;
  private static final double BOTTOM = HEIGHT - 52;
  private static final double ROW = 20;

  /// A line of more is one, and needs no dots to be seen.
  private static final int MOST_DOTS = 24;

  private final LineChart chart;
  private final Ticks x;
  private final Ticks y;
  private final List<String> classes;
  private final Svg svg = new Svg();
  private double top = 62;

  LineDrawing(LineChart chart) {
    this.chart = chart;
    this.x = Ticks.of(chart.x(), dots().map(Dot::x).toList());
    this.y = Ticks.of(chart.y(), dots().flatMap(dot -> Stream.of(dot.low(), dot.high())).toList());
    this.classes =
        ChartSvg.classes(
            chart.lines().stream().filter(line -> !line.isGuide()).map(Line::label).toList());
  }

  String svg() {
    svg.open(ChartSvg.WIDTH, HEIGHT, chart.title());
    svg.text("title", 20, 28, chart.title());
    legend();
    axes();
    int next = 0;
    for (var line : chart.lines()) {
      draw(line, line.isGuide() ? "guide" : classes.get(next++));
    }
    return svg.close();
  }

  private Stream<Dot> dots() {
    return chart.lines().stream().flatMap(line -> line.dots().stream());
  }

  private void legend() {
    double at = 20;
    int next = 0;
    for (var line : chart.lines()) {
      double width = 34 + ChartSvg.width(line.label()) + 14;
      if (at + width > ChartSvg.WIDTH) {
        at = 20;
        top += ROW;
      }
      double middle = top - 15;
      var css = line.isGuide() ? "guide" : classes.get(next++);
      svg.polyline(css, "%s,%s %s,%s".formatted(at, middle, at + 28, middle));
      svg.text("", at + 34, middle + 4, line.label());
      at += width;
    }
  }

  private void axes() {
    for (double mark : y.marks()) {
      svg.line("rule", LEFT, down(mark), RIGHT, down(mark));
      svg.text("label end", LEFT - 8, down(mark) + 4, Ticks.text(mark));
    }
    for (double mark : x.marks()) {
      svg.line("rule", across(mark), top, across(mark), BOTTOM);
      svg.text("label mid", across(mark), BOTTOM + 18, Ticks.text(mark));
    }
    svg.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
    svg.line("axis", LEFT, top, LEFT, BOTTOM);
    svg.text("label mid", (LEFT + RIGHT) / 2, HEIGHT - 12, chart.x().label());
    svg.upright(18, (top + BOTTOM) / 2, chart.y().label());
  }

  private void draw(Line line, String css) {
    var shown = line.dots().stream().filter(this::isUsable).toList();
    var points =
        shown.stream()
            .map(dot -> Svg.of(across(dot.x())) + "," + Svg.of(down(dot.y())))
            .collect(Collectors.joining(" "));
    svg.polyline(css, points);
    if (line.isGuide() || shown.size() > MOST_DOTS) {
      return;
    }
    for (var dot : shown) {
      if (dot.low() < dot.high() && Ticks.isUsable(chart.y(), dot.low())) {
        svg.line(
            "spread " + css, across(dot.x()), down(dot.low()), across(dot.x()), down(dot.high()));
      }
      svg.dot(css, across(dot.x()), down(dot.y()));
    }
  }

  private boolean isUsable(Dot dot) {
    return Ticks.isUsable(chart.x(), dot.x()) && Ticks.isUsable(chart.y(), dot.y());
  }

  private double across(double value) {
    return LEFT + x.share(value) * (RIGHT - LEFT);
  }

  private double down(double value) {
    return BOTTOM - y.share(value) * (BOTTOM - top);
  }
}
