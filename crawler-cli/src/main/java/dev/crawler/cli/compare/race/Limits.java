package dev.crawler.cli.compare.race;

import dev.crawler.cli.compare.result.Headroom;
import dev.crawler.cli.compare.result.Limitation;
import dev.crawler.cli.compare.result.Limitation.Kind;
import dev.crawler.cli.compare.result.Machine;
import dev.crawler.cli.compare.result.Quantity;
import dev.crawler.cli.compare.result.Setup;
import dev.crawler.cli.compare.result.Spread;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Tells what held a crawl down, by medians. *Immutable.*
///
/// @param setup of the comparison
/// @param machine that it ran on
/// @param headroom of the site, where it is ours
record Limits(Setup setup, Machine machine, Optional<Headroom> headroom) {
  /// Above this share of all cores the CPU is what limits.
  private static final double BUSY = 0.85;

  Limitation of(Map<Quantity, Spread> figures, boolean isFastest) {
    double own = median(figures, Quantity.CPU_CORES);
    double site = median(figures, Quantity.SITE_CPU_CORES);
    if (own + site > BUSY * machine.cores()) {
      return said(
          Kind.CPU,
          "CPU: the engine took %s and the site %s of %d cores"
              .formatted(tenths(own), tenths(site), machine.cores()));
    }
    if (isFastest && headroom.isPresent() && !headroom.get().isEnough()) {
      return said(
          Kind.SITE,
          "perhaps the site: alone it serves %s times as much, and 3 times are asked for"
              .formatted(tenths(headroom.get().times())));
    }
    var mean = tenths(median(figures, Quantity.FETCH_MEAN_MS));
    return median(figures, Quantity.PEAK_IN_FLIGHT) <= 1
        ? said(Kind.CONCURRENCY, "latency: one fetch at a time, %s ms each".formatted(mean))
        : byShare(figures, mean);
  }

  private Limitation byShare(Map<Quantity, Spread> figures, String mean) {
    var most =
        figures.entrySet().stream()
            .filter(entry -> entry.getKey().label().startsWith("limited_by_"))
            .max(Map.Entry.comparingByValue(Comparator.comparingDouble(Spread::median)))
            .map(Map.Entry::getKey)
            .orElse(Quantity.LIMITED_BY_NOTHING);
    var share = percent(median(figures, most));
    var inFlight = tenths(median(figures, Quantity.IN_FLIGHT));
    return switch (most) {
      case LIMITED_BY_DELAY ->
          said(
              Kind.DELAY,
              "the delay of %s ms per host, %s"
                  .formatted(millis(setup.delay().toNanos() / 1e6), share));
      case LIMITED_BY_CONCURRENCY ->
          said(
              Kind.CONCURRENCY,
              "latency: %s fetches in flight of %d, %s ms each"
                  .formatted(inFlight, setup.concurrency(), mean));
      case LIMITED_BY_HOST ->
          said(
              Kind.PER_HOST,
              "latency: %d in flight per host, %s ms each; %s"
                  .formatted(setup.perHost(), mean, share));
      case LIMITED_BY_LEVEL, LIMITED_BY_TAIL ->
          said(Kind.LEVEL, "too few pages to fetch at a time, %s".formatted(share));
      default -> said(Kind.UNKNOWN, "nothing that stands out; %s in flight".formatted(inFlight));
    };
  }

  private static String millis(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private static Limitation said(Kind kind, String text) {
    return new Limitation(kind, text);
  }

  private static String tenths(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %% of the time", 100 * share);
  }

  private static double median(Map<Quantity, Spread> figures, Quantity quantity) {
    var spread = figures.get(quantity);
    return spread == null ? 0 : spread.median();
  }
}
