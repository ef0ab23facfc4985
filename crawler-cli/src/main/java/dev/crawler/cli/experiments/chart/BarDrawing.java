package dev.crawler.cli.experiments.chart;

import dev.crawler.cli.experiments.chart.BarChart.Bar;
import dev.crawler.cli.experiments.finding.Say;
import java.util.List;
import java.util.stream.Stream;

/// Draws bars. *Confined to one thread.*
final class BarDrawing {
  private static final double TOP = 44;
  private static final double ROW = 22;
  private static final double GROUP = 26;
  private static final double LEFT = 210;
  private static final double RIGHT = ChartSvg.WIDTH - 90;

  private final BarChart chart;
  private final Ticks x;
  private final List<String> classes;
  private final Svg svg = new Svg();

  BarDrawing(BarChart chart) {
    this.chart = chart;
    this.x =
        Ticks.of(
            chart.x(),
            chart.bars().stream().flatMap(bar -> Stream.of(bar.value(), bar.high())).toList());
    this.classes = ChartSvg.classes(chart.bars().stream().map(Bar::label).toList());
  }

  String svg() {
    long groups =
        chart.bars().stream().map(Bar::group).distinct().filter(g -> !g.isEmpty()).count();
    double bottom = TOP + ROW * chart.bars().size() + GROUP * groups + 6;
    svg.open(ChartSvg.WIDTH, (int) bottom + 48, chart.title());
    svg.text("title", 20, 28, chart.title());
    for (double mark : x.marks()) {
      svg.line("rule", across(mark), TOP, across(mark), bottom);
      svg.text("label mid", across(mark), bottom + 16, Ticks.text(mark));
    }
    svg.line("axis", LEFT, TOP, LEFT, bottom);
    svg.text("label mid", (LEFT + RIGHT) / 2, bottom + 36, chart.x().label());
    bars();
    return svg.close();
  }

  private void bars() {
    double at = TOP + 4;
    var group = "";
    for (int i = 0; i < chart.bars().size(); i++) {
      var bar = chart.bars().get(i);
      if (!bar.group().equals(group)) {
        group = bar.group();
        svg.text("label", 20, at + 16, group);
        at += GROUP;
      }
      draw(bar, classes.get(i), at);
      at += ROW;
    }
  }

  private void draw(Bar bar, String css, double at) {
    svg.text("end", LEFT - 10, at + 13, bar.label());
    if (!Ticks.isUsable(chart.x(), bar.value())) {
      svg.text("label", LEFT + 6, at + 13, "–");
      return;
    }
    double end = across(bar.value());
    svg.rect("bar " + css, LEFT, at + 2, Math.max(1, end - LEFT), ROW - 7);
    if (bar.low() < bar.high() && Ticks.isUsable(chart.x(), bar.low())) {
      svg.line("over", across(bar.low()), at + 9.5, across(bar.high()), at + 9.5);
    }
    svg.text("", Math.max(end, across(bar.high())) + 6, at + 13, Say.number(bar.value()));
  }

  private double across(double value) {
    return LEFT + x.share(value) * (RIGHT - LEFT);
  }
}
