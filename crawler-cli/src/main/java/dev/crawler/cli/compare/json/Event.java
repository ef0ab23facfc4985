package dev.crawler.cli.compare.json;

import dev.crawler.cli.compare.result.EngineRun.Percentile;
import dev.crawler.cli.compare.result.Measures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the process of an engine has told. *Immutable.*
public sealed interface Event {
  /// The event of that line.
  ///
  /// @throws IllegalArgumentException when it is none
  static Event of(String line) {
    return EventReader.read(line);
  }

  /// The crawl is about to begin.
  record Start() implements Event {}

  /// Where it stands.
  record Sample(dev.crawler.cli.compare.result.Sample sample) implements Event {}

  /// It has come to its end.
  ///
  /// @param measured within its process
  /// @param curve of fetch times
  /// @param firstFetchAt when the first page was asked for, as far as records tell
  /// @param endedAt when the last record was written
  record End(
      Measures measured, List<Percentile> curve, Optional<Instant> firstFetchAt, Instant endedAt)
      implements Event {
    /// Copies the list.
    public End {
      curve = List.copyOf(curve);
    }
  }
}
