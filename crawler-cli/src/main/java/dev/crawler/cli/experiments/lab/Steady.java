package dev.crawler.cli.experiments.lab;

import dev.crawler.cli.compare.result.EngineRun;
import dev.crawler.cli.compare.result.Quantity;
import dev.crawler.cli.compare.result.Sample;
import dev.crawler.cli.experiments.raw.Row;
import java.util.List;

/// A crawl without its start and its end: from a quarter of its pages to three quarters.
/// *Immutable.*
///
/// @param run the whole crawl
record Steady(EngineRun run) {
  private static final long LEAST_MILLIS = 300;

  /// Pages in a second, and fetches in flight, of the steady part; of the whole, where that is too
  /// short to be seen in ten samples a second.
  Row row() {
    var samples = run.samples();
    long all = samples.isEmpty() ? 0 : samples.getLast().done();
    var part =
        samples.stream()
            .filter(sample -> 4 * sample.done() >= all && 4 * sample.done() <= 3 * all)
            .toList();
    return isLong(part) ? of(part) : whole();
  }

  private static boolean isLong(List<Sample> part) {
    return part.size() > 1 && part.getLast().millis() - part.getFirst().millis() >= LEAST_MILLIS;
  }

  private static Row of(List<Sample> part) {
    double seconds = (part.getLast().millis() - part.getFirst().millis()) / 1e3;
    return Row.empty()
        .with("steady_pages_per_second", (part.getLast().done() - part.getFirst().done()) / seconds)
        .with("steady_in_flight", part.stream().mapToInt(Sample::inFlight).average().orElse(0));
  }

  private Row whole() {
    return Row.empty()
        .with("steady_pages_per_second", run.measured().orZero(Quantity.PAGES_PER_SECOND))
        .with("steady_in_flight", run.measured().orZero(Quantity.IN_FLIGHT));
  }
}
