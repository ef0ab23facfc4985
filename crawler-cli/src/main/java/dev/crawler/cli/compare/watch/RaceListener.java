package dev.crawler.cli.compare.watch;

import dev.crawler.cli.compare.result.Comparison;
import dev.crawler.cli.compare.result.Sample;

/// Hears how a comparison goes. Called by whoever runs it, from any thread, one call at a time; no
/// method blocks.
public interface RaceListener {
  /// An engine begins a crawl.
  ///
  /// @param round from 1; 0 is the warm-up
  void started(String engine, int round);

  /// Where the crawl of that engine stands.
  void sampled(String engine, int round, Sample sample);

  /// That crawl has ended.
  void ended(String engine, int round);

  /// All crawls have ended and were compared. The last call, when it comes to that.
  void judged(Comparison comparison);
}
