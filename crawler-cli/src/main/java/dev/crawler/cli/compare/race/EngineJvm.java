package dev.crawler.cli.compare.race;

import dev.crawler.cli.compare.engine.EngineProcess;
import dev.crawler.cli.compare.engine.Errand;
import dev.crawler.cli.compare.json.Event;
import dev.crawler.cli.compare.jvm.AotCaches;
import dev.crawler.cli.compare.jvm.ChildJvm;
import dev.crawler.cli.compare.jvm.ChildJvms;
import dev.crawler.cli.compare.result.Sample;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One crawl in a JVM of its own, from its start to its end. *Confined to one thread.*
final class EngineJvm {
  private final ChildJvms jvms;
  private final List<String> flags;
  private final Duration patience;
  private final Spectator spectator;

  EngineJvm(ChildJvms jvms, List<String> flags, Duration patience, Spectator spectator) {
    this.jvms = jvms;
    this.flags = flags;
    this.patience = patience;
    this.spectator = spectator;
  }

  /// How it went.
  sealed interface Outcome {
    /// It has crawled to the end.
    ///
    /// @param promptAt just before its JVM was started
    /// @param end what it said last
    /// @param samples of its way
    record Ended(Instant promptAt, Event.End end, List<Sample> samples) implements Outcome {}

    /// It has not, for a reason that a person can read.
    record Failed(String why) implements Outcome {}
  }

  /// Has the errand done.
  ///
  /// @throws IOException when no process can be started
  Outcome run(Errand errand) throws IOException, InterruptedException {
    spectator.started(errand.engine(), errand.round());
    try (var jvm = jvms.start(EngineProcess.class, flagsFor(errand.engine()), List.of());
        var watch = StallWatch.start(jvm, patience)) {
      var samples = new ArrayList<Sample>();
      var end = follow(jvm, errand, watch, samples);
      if (end == null) {
        return new Outcome.Failed(
            watch.isOver() ? "nothing was done for " + patience.toSeconds() + " s" : jvm.end());
      }
      return new Outcome.Ended(jvm.startedAt(), end, samples);
    }
  }

  private List<String> flagsFor(String engine) {
    return AotCaches.flagsFor(engine, flags);
  }

  /// Reads what it tells, up to its end; null when it ended without one.
  private Event.@Nullable End follow(
      ChildJvm jvm, Errand errand, StallWatch watch, List<Sample> samples) {
    Event.End end = null;
    try {
      errand.writeTo(jvm.pipe());
      for (var line = jvm.lines().readLine(); line != null; line = jvm.lines().readLine()) {
        switch (Event.of(line)) {
          case Event.Start() -> watch.progress(0);
          case Event.Sample(var sample) -> {
            watch.progress(sample.done() + sample.known());
            samples.add(sample);
            spectator.sampled(errand.engine(), errand.round(), sample);
          }
          case Event.End last -> end = last;
        }
      }
    } catch (IOException e) {
      return null; // it is gone, and says why by its exit code and its last words
    }
    return end;
  }
}
