package dev.crawler.cli.experiments.trial;

import dev.crawler.cli.experiments.raw.Row;
import dev.crawler.cli.experiments.raw.Rows;
import java.util.List;

/// The straight line through places, by least squares. *Immutable.*
///
/// @param slope of it; not a number with fewer than two places
/// @param atZero where it begins
record Fit(double slope, double atZero) {
  /// That of two names of rows.
  static Fit of(Rows rows, String x, String y) {
    var both =
        rows.all().stream()
            .filter(row -> row.number(x).isPresent() && row.number(y).isPresent())
            .toList();
    double meanX = mean(both, x);
    double meanY = mean(both, y);
    double together = 0;
    double alone = 0;
    for (var row : both) {
      double dx = row.orZero(x) - meanX;
      together += dx * (row.orZero(y) - meanY);
      alone += dx * dx;
    }
    double slope = alone > 0 ? together / alone : Double.NaN;
    return new Fit(slope, meanY - slope * meanX);
  }

  private static double mean(List<Row> rows, String name) {
    return rows.stream().mapToDouble(row -> row.orZero(name)).average().orElse(Double.NaN);
  }
}
