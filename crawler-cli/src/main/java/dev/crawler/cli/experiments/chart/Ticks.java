package dev.crawler.cli.experiments.chart;

import dev.crawler.cli.experiments.chart.Axis.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The range of an axis, and where it is marked. *Immutable.*
///
/// @param scale how it is divided
/// @param from the value at its start
/// @param to the value at its end
/// @param marks values with a mark, least first
record Ticks(Scale scale, double from, double to, List<Double> marks) {
  private static final int MOST = 7;
  private static final double[] STEPS = {1, 2, 5, 10};

  /// Copies the list.
  Ticks {
    marks = List.copyOf(marks);
  }

  /// An axis that has room for all of these.
  static Ticks of(Axis axis, List<Double> values) {
    var usable = values.stream().filter(value -> isUsable(axis, value)).toList();
    double least = usable.stream().mapToDouble(Double::doubleValue).min().orElse(1);
    double most = usable.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    return axis.scale() == Scale.LOG ? log(least, most) : linear(least, most);
  }

  /// Whether an axis can show a value.
  static boolean isUsable(Axis axis, double value) {
    return Double.isFinite(value) && (axis.scale() == Scale.LINEAR || value > 0);
  }

  /// Where a value is, from 0 at the start to 1 at the end.
  double share(double value) {
    return scale == Scale.LOG
        ? (Math.log(value) - Math.log(from)) / (Math.log(to) - Math.log(from))
        : (value - from) / (to - from);
  }

  /// A mark as text: `0.5`, `20`, `5k`.
  static String text(double value) {
    if (Math.abs(value) >= 1e6) {
      return trimmed(value / 1e6) + "M";
    }
    return Math.abs(value) >= 1e4 ? trimmed(value / 1e3) + "k" : trimmed(value);
  }

  private static String trimmed(double value) {
    return String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
  }

  /// From a 1, 2 or 5 to another; marked at those, or at ones alone where they are many.
  private static Ticks log(double least, double most) {
    var all = new ArrayList<Double>();
    for (int power = (int) Math.floor(Math.log10(least));
        all.isEmpty() || last(all) < most;
        power++) {
      for (double step : new double[] {1, 2, 5}) {
        double value = step * Math.pow(10, power);
        if (all.isEmpty() || last(all) < most) {
          all.add(value);
        }
      }
    }
    while (all.size() > 2 && all.get(1) <= least) {
      all.removeFirst();
    }
    if (all.size() < 2) {
      all.add(2 * last(all));
    }
    var ones = all.stream().filter(Ticks::isPower).toList();
    return new Ticks(
        Scale.LOG, all.getFirst(), last(all), all.size() > MOST && ones.size() > 1 ? ones : all);
  }

  private static Ticks linear(double least, double most) {
    double start = least > 0 ? 0 : least;
    double end = most > start ? most : start + 1;
    double rough = (end - start) / (MOST - 1);
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = power;
    for (double factor : STEPS) {
      if (step < rough) {
        step = factor * power;
      }
    }
    long first = (long) Math.floor(start / step);
    long last = (long) Math.ceil(end / step - 1e-9);
    var marks = new ArrayList<Double>();
    for (long i = first; i <= last; i++) {
      marks.add(i * step);
    }
    return new Ticks(Scale.LINEAR, first * step, last * step, marks);
  }

  private static boolean isPower(double value) {
    double log = Math.log10(value);
    return Math.abs(log - Math.rint(log)) < 1e-9;
  }

  private static double last(List<Double> values) {
    return values.getLast();
  }
}
