package dev.crawler.cli.compare.race;

import dev.crawler.cli.compare.result.Comparison;
import dev.crawler.cli.compare.result.EngineRun;
import dev.crawler.cli.compare.result.Sample;
import dev.crawler.cli.compare.result.Setup;

/// Sees a race while it runs. Called by one thread, in order; must be quick, for a pipe waits
/// meanwhile.
public interface Spectator {
  /// Sees nothing.
  Spectator NONE = new Spectator() {};

  /// The race begins.
  default void began(Setup setup) {}

  /// Something is done that is not a crawl; `what` is for a person.
  default void prepares(String what) {}

  /// An engine's JVM was started; round 0 is the warm-up, which does not count.
  default void started(String engine, int round) {}

  /// An engine told where it stands.
  default void sampled(String engine, int round, Sample sample) {}

  /// An engine has ended its crawl. Whether it did the same work is not known yet.
  default void ended(EngineRun run) {}

  /// An engine did not end its crawl.
  default void failed(String engine, int round, String why) {}

  /// All is over, with or without the proof.
  default void finished(Comparison comparison) {}
}
