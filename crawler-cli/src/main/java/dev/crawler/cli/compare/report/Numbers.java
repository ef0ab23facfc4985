package dev.crawler.cli.compare.report;

import dev.crawler.cli.compare.result.Spread;
import java.util.Locale;
import java.util.Optional;

/// Numbers in three digits or so: what a person can compare at a glance.
final class Numbers {
  private static final String NONE = "-";
  private static final double MIB = 1 << 20;

  private Numbers() {}

  /// `0.42`, `5`, `12.3`, `1234`.
  static String of(double value) {
    if (value == Math.rint(value)) {
      return String.valueOf((long) value);
    }
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
  }

  /// `12.3`, or a dash.
  static String median(Optional<Spread> spread) {
    return spread.map(some -> digits(some.median(), some.median())).orElse(NONE);
  }

  /// `12.3 (11.0-14.1)`, or the value alone where there is one round.
  static String spread(Optional<Spread> spread) {
    return spread.map(Numbers::spread).orElse(NONE);
  }

  /// Bytes as MiB.
  static String mebibytes(Optional<Spread> spread) {
    return spread.map(some -> String.valueOf(Math.round(some.median() / MIB))).orElse(NONE);
  }

  private static String spread(Spread spread) {
    double scale = spread.median();
    return spread.min() == spread.max()
        ? digits(scale, scale)
        : "%s (%s-%s)"
            .formatted(
                digits(spread.median(), scale),
                digits(spread.min(), scale),
                digits(spread.max(), scale));
  }

  private static String digits(double value, double scale) {
    return String.format(Locale.ROOT, scale < 10 ? "%.2f" : scale < 100 ? "%.1f" : "%.0f", value);
  }
}
