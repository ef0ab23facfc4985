package dev.crawler.cli.experiments.cancel;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.crawler.cli.experiments.Experiment;
import dev.crawler.cli.experiments.finding.Findings;
import dev.crawler.cli.experiments.lab.Lab;
import dev.crawler.cli.experiments.raw.Observations;
import dev.crawler.cli.experiments.raw.Row;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/// Cancels a crawl with ten thousand exchanges in flight, none of which would ever end.
/// *Immutable.*
public final class CancelExperiment implements Experiment {
  private static final int ROUNDS = 3;
  private static final int MOST = 10_000;
  private static final int FEW = 500;

  /// Files of a process besides its connections.
  private static final int OTHER_FILES = 1_000;

  @Override
  public String name() {
    return "cancel";
  }

  @Override
  public String question() {
    return "How long does a site still hear of a crawl that is cancelled with 10,000 exchanges in"
        + " flight, and what is left?";
  }

  @Override
  public String hypothesis() {
    return "Nothing is left and the last connection ends within a second, in every engine; with the"
        + " blocking loop that is simplest, callbacks have the most to get right.";
  }

  @Override
  public void run(Lab lab) throws IOException, InterruptedException {
    int fetches = Math.min(lab.size(FEW, MOST), mostFiles() - OTHER_FILES);
    int rounds = lab.rounds(ROUNDS);
    for (int round = 1; round <= rounds; round++) {
      for (var engine : lab.conditions().engines()) {
        int most = engine.name().equals("serial") ? 1 : fetches;
        int least = engine.takesCrew() ? most * 4 / 5 : most;
        lab.say("round %d, %s: %,d in flight".formatted(round, engine.name(), most));
        var trial = new CancelTrial(engine.name(), most, least);
        var outcome = trial.run(lab.jvms(), lab.folder());
        lab.note(row(trial, round, outcome));
      }
    }
  }

  /// The JVM raises what is allowed to what may be allowed.
  private static int mostFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? (int) Math.min(Integer.MAX_VALUE, unix.getMaxFileDescriptorCount())
        : MOST;
  }

  private static Row row(CancelTrial trial, int round, CancelTrial.Outcome outcome) {
    return Row.of("cancel")
        .with(Row.ENGINE, trial.engine())
        .with("round", round)
        .with("in_flight_at_least", trial.least())
        .with("close_returned_ms", outcome.returned())
        .with("last_byte_ms", outcome.lastByte())
        .with("last_connection_ms", outcome.lastConnection())
        .with("records", outcome.records())
        .with("threads_left", outcome.threads())
        .with("descriptors_left", outcome.descriptors())
        .with("processes_left", outcome.processes())
        .with("left", outcome.left());
  }

  @Override
  public Findings findings(Observations seen) {
    return CancelFindings.of(seen);
  }
}
