package dev.crawler.cli.terminal;

import java.time.Duration;
import java.util.Locale;

/// Numbers as a person reads them.
public final class Figures {
  private Figures() {}

  /// `1 record`, `2 records`.
  public static String count(long number, String noun) {
    return number + " " + (number == 1 ? noun : noun + "s");
  }

  /// `250 ms`, `1.5 s`, `90 s`.
  public static String seconds(Duration duration) {
    double seconds = duration.toNanos() / 1e9;
    return seconds < 1
        ? duration.toMillis() + " ms"
        : String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
  }

  /// `7.3`, `152`: pages in a second.
  public static String rate(double perSecond) {
    return String.format(Locale.ROOT, perSecond < 10 ? "%.1f" : "%.0f", perSecond);
  }

  /// `0:07`, `1:02:03`.
  static String clock(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds < 3600
        ? "%d:%02d".formatted(seconds / 60, seconds % 60)
        : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
