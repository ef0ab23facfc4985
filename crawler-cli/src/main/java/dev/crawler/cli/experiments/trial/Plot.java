package dev.crawler.cli.experiments.trial;

import dev.crawler.cli.experiments.chart.BarChart;
import dev.crawler.cli.experiments.chart.BarChart.Bar;
import dev.crawler.cli.experiments.chart.LineChart;
import dev.crawler.cli.experiments.chart.LineChart.Dot;
import dev.crawler.cli.experiments.raw.Row;
import dev.crawler.cli.experiments.raw.Rows;
import java.util.ArrayList;
import java.util.List;

/// Puts rows into charts: medians, with their spread over the rounds.
final class Plot {
  private Plot() {}

  /// The chart with a line for each engine.
  static LineChart lines(LineChart chart, Rows rows, String x, String y) {
    var drawn = chart;
    for (var engine : rows.engines()) {
      drawn = drawn.line(engine, dots(rows.engine(engine), x, y));
    }
    return drawn;
  }

  /// A dot for each place of x.
  static List<Dot> dots(Rows rows, String x, String y) {
    var dots = new ArrayList<Dot>();
    for (double at : rows.numbers(x)) {
      rows.where(x, at)
          .spread(y)
          .ifPresent(spread -> dots.add(new Dot(at, spread.median(), spread.min(), spread.max())));
    }
    return dots;
  }

  /// The chart with a bar for each engine, in a group.
  static BarChart bars(BarChart chart, String group, Rows rows, String y, double unit) {
    var drawn = chart;
    for (var engine : rows.engines()) {
      var spread = rows.engine(engine).spread(y);
      if (spread.isPresent()) {
        var some = spread.get();
        drawn =
            drawn.bar(
                new Bar(group, engine, some.median() / unit, some.min() / unit, some.max() / unit));
      }
    }
    return drawn;
  }

  /// The processor time of engine and site together, in cores, as a part of all cores.
  static double busy(Rows rows, int cores) {
    double engine = rows.medianOrNaN("cpu_cores");
    double site = rows.median("site_cpu_cores").orElse(0);
    return (engine + site) / cores;
  }

  /// Whether an engine has an event loop.
  static boolean hasLoop(Rows rows, String engine) {
    return rows.engine(engine).median("loop_lag_max_ms").isPresent();
  }

  /// What is varied, at a number.
  static Row at(String name, double value) {
    return Row.empty().with(name, value);
  }
}
