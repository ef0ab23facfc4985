package dev.crawler.cli.compare.watch;

import dev.crawler.cli.compare.result.Comparison;
import dev.crawler.cli.compare.result.EngineRun;
import dev.crawler.cli.compare.result.Sample;
import dev.crawler.cli.compare.result.Setup;

/// Sees a race while it runs. Called in order, one call at a time; no method blocks.
public interface RaceListener {
  /// The race begins.
  void began(Setup setup);

  /// Something is done that is not a crawl; `what` is for a person.
  void prepares(String what);

  /// An engine was started; round 0 is the warm-up, which does not count.
  void started(String engine, int round);

  /// An engine told where it stands.
  void sampled(String engine, int round, Sample sample);

  /// An engine has ended its crawl. Whether it did the same work is not known yet.
  void ended(EngineRun run);

  /// An engine did not end its crawl.
  void failed(String engine, int round, String why);

  /// All is over, with or without the proof.
  void finished(Comparison comparison);
}
