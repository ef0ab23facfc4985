package dev.crawler.cli.experiments.finding;

import dev.crawler.cli.compare.result.Spread;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Numbers and lists for a person: three digits that count.
public final class Say {
  private static final String NONE = "–";
  private static final double KIB = 1024;

  private Say() {}

  /// `0.042`, `4.2`, `42`, `4,200`.
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    double size = Math.abs(value);
    if (size >= 100 || value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,d", Math.round(value));
    }
    int decimals = size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /// The same, or a dash.
  public static String number(OptionalDouble value) {
    return number(value.orElse(Double.NaN));
  }

  /// `42 (40–45)`; the number alone where there is nothing between least and most.
  public static String spread(Optional<Spread> spread) {
    if (spread.isEmpty()) {
      return NONE;
    }
    var some = spread.get();
    return some.min() == some.max()
        ? number(some.median())
        : "%s (%s–%s)".formatted(number(some.median()), number(some.min()), number(some.max()));
  }

  /// Bytes as `4.2 KiB`.
  public static String bytes(double value) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    double size = Math.abs(value);
    if (size < KIB) {
      return number(Math.rint(value)) + " B";
    }
    return size < KIB * KIB ? number(value / KIB) + " KiB" : number(value / KIB / KIB) + " MiB";
  }

  /// `42 %` of a share.
  public static String percent(double share) {
    if (!Double.isFinite(share)) {
      return NONE;
    }
    double percent = 100 * share;
    return Math.abs(percent) >= 10 || percent == 0
        ? Math.round(percent) + " %"
        : String.format(Locale.ROOT, "%.1f %%", percent);
  }

  /// `a`, `a and b`, `a, b and c`, each as code.
  public static String names(List<String> names) {
    var quoted = names.stream().map(name -> "`" + name + "`").toList();
    return list(quoted);
  }

  /// `a`, `a and b`, `a, b and c`.
  public static String list(List<String> parts) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
  }
}
