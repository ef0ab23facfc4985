package dev.crawler.cli.compare.result;

import java.util.List;

/// One crawl by one engine, in a JVM of its own. *Immutable.*
///
/// @param engine its name
/// @param round from 1; 0 is the warm-up, which does not count
/// @param measured what it came to
/// @param fetchTimes how many percent of the fetches took no longer, for a curve
/// @param samples of its way, oldest first
public record EngineRun(
    String engine,
    int round,
    Measures measured,
    List<Percentile> fetchTimes,
    List<Sample> samples) {
  /// Copies the lists.
  public EngineRun {
    fetchTimes = List.copyOf(fetchTimes);
    samples = List.copyOf(samples);
  }

  /// So many percent of the fetches took no longer than that.
  public record Percentile(double percent, double millis) {}
}
