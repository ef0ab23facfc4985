package dev.crawler.cli.compare.result;

import java.util.Arrays;
import java.util.Collection;

/// One quantity over the rounds. *Immutable.*
///
/// @param median of an even number of rounds the mean of the middle two
public record Spread(double median, double min, double max) {
  /// That of these values, one at least.
  public static Spread of(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values");
    }
    var sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }

  /// Whether some value of the one lies within the other: then the rounds do not tell them apart.
  public boolean overlaps(Spread other) {
    return min <= other.max && other.min <= max;
  }
}
