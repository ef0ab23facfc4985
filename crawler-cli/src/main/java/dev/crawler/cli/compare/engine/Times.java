package dev.crawler.cli.compare.engine;

import dev.crawler.cli.compare.result.EngineRun.Percentile;
import dev.crawler.cli.compare.result.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// How long something took, again and again, to three digits. *Thread-safe.*
final class Times {
  private static final int DIGITS = 3;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int STEPS_PER_HALVING = 5;

  private final Histogram nanos = new ConcurrentHistogram(DIGITS);

  void add(Duration elapsed) {
    nanos.recordValue(Math.max(0, elapsed.toNanos()));
  }

  /// Puts percentiles in as those of fetches; none when nothing was fetched.
  void measureFetches(Map<Quantity, Double> measured) {
    if (nanos.getTotalCount() == 0) {
      return;
    }
    measured.put(Quantity.FETCH_P50_MS, at(50));
    measured.put(Quantity.FETCH_P99_MS, at(99));
    measured.put(Quantity.FETCH_P999_MS, at(99.9));
    measured.put(Quantity.FETCH_MAX_MS, nanos.getMaxValue() / NANOS_PER_MILLI);
    measured.put(Quantity.FETCH_MEAN_MS, nanos.getMean() / NANOS_PER_MILLI);
  }

  /// Puts percentiles in as those of pages; none when there was none.
  void measurePages(Map<Quantity, Double> measured) {
    if (nanos.getTotalCount() == 0) {
      return;
    }
    measured.put(Quantity.PAGE_P50_MS, at(50));
    measured.put(Quantity.PAGE_P99_MS, at(99));
    measured.put(Quantity.PAGE_P999_MS, at(99.9));
    measured.put(Quantity.PAGE_MAX_MS, nanos.getMaxValue() / NANOS_PER_MILLI);
  }

  /// From the least to the most, in steps that become finer towards the end.
  List<Percentile> curve() {
    var curve = new ArrayList<Percentile>();
    if (nanos.getTotalCount() > 0) {
      for (var value : nanos.percentiles(STEPS_PER_HALVING)) {
        curve.add(
            new Percentile(
                value.getPercentileLevelIteratedTo(),
                value.getValueIteratedTo() / NANOS_PER_MILLI));
      }
    }
    return curve;
  }

  private double at(double percent) {
    return nanos.getValueAtPercentile(percent) / NANOS_PER_MILLI;
  }
}
