package dev.crawler.cli.compare.page;

import dev.crawler.cli.compare.result.Quantity;
import java.util.Locale;

/// What a quantity is counted in, and how it is written for a person. The script of the page writes
/// alike, in `format.js`.
enum Unit {
  MILLIS {
    @Override
    String text(double value) {
      return value >= 10_000 ? digits(value / 1000) + " s" : digits(value) + " ms";
    }
  },
  BYTES {
    @Override
    String text(double value) {
      double scaled = value;
      int step = 0;
      while (scaled >= 1000 && step < BYTE_STEPS.length - 1) {
        scaled /= 1024;
        step++;
      }
      return digits(scaled) + " " + BYTE_STEPS[step];
    }
  },
  SHARE {
    @Override
    String text(double value) {
      return Math.round(value * 100) + " %";
    }
  },
  NUMBER {
    @Override
    String text(double value) {
      return digits(value);
    }
  };

  private static final String[] BYTE_STEPS = {"B", "KiB", "MiB", "GiB", "TiB"};

  /// That of a quantity, which the end of its name tells.
  static Unit of(Quantity quantity) {
    var label = quantity.label();
    if (label.endsWith("_ms") || label.contains("_ms_")) {
      return MILLIS;
    }
    if (label.endsWith("_bytes") || label.contains("_bytes_")) {
      return BYTES;
    }
    return label.startsWith("limited_by_") ? SHARE : NUMBER;
  }

  /// The value with its unit.
  abstract String text(double value);

  /// From one value to another, with the unit once where it is the same.
  String range(double from, double to) {
    var first = text(from);
    var last = text(to);
    int unit = last.indexOf(' ');
    boolean isShared = unit >= 0 && first.endsWith(last.substring(unit));
    return (isShared ? first.substring(0, first.indexOf(' ')) : first) + " – " + last;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Three digits that count, or all of those before the point.
  private static String digits(double value) {
    double size = Math.abs(value);
    if (size >= 100 || value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,d", Math.round(value)).replace(',', '\u202F');
    }
    int decimals = size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
