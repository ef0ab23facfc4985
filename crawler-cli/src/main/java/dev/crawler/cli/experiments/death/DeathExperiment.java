package dev.crawler.cli.experiments.death;

import dev.crawler.cli.cluster.Death;
import dev.crawler.cli.cluster.DeathSweep;
import dev.crawler.cli.experiments.Experiment;
import dev.crawler.cli.experiments.finding.Findings;
import dev.crawler.cli.experiments.lab.Lab;
import dev.crawler.cli.experiments.raw.Observations;
import dev.crawler.cli.experiments.raw.Row;
import java.io.IOException;

/// Kills one of three workers at points that lie evenly over a crawl. `--rounds` says how many.
/// *Immutable.*
public final class DeathExperiment implements Experiment {
  private static final int WORKERS = 3;
  private static final int POINTS = 20;

  @Override
  public String name() {
    return "death";
  }

  @Override
  public String question() {
    return "What does a crawl lose when one of its workers is killed?";
  }

  @Override
  public String hypothesis() {
    return "No record is lost and none doubled; at most what the victim had in flight is fetched"
        + " again; its hosts are asked again after the time that the detector takes.";
  }

  @Override
  public void run(Lab lab) throws IOException, InterruptedException {
    if (lab.crewed().isEmpty()) {
      throw new IOException("no engine of several processes takes part");
    }
    int points = lab.rounds(POINTS);
    lab.say("one process crawls, to know what is right");
    try (var sweep = DeathSweep.open(lab.conditions().seed(), WORKERS, lab.folder())) {
      for (int number = 0; number < points; number++) {
        lab.say("point %d of %d".formatted(number + 1, points));
        lab.note(row(sweep.at(number)));
      }
    }
  }

  private static Row row(Death death) {
    return Row.of("death")
        .with(Row.ENGINE, "processes")
        .with("point", death.number())
        .with("share", death.share())
        .with("victim", death.victim())
        .with("lost", death.lost())
        .with("doubled", death.doubled())
        .with("wrong", death.wrong())
        .with("fetched_again", death.again())
        .with("in_flight_at_most", death.inFlight())
        .with("first_host_ms", death.firstMillis())
        .with("last_host_ms", death.lastMillis())
        .with("hosts", death.hosts())
        .with("complaints", death.rude());
  }

  @Override
  public Findings findings(Observations seen) {
    return DeathFindings.of(seen);
  }
}
