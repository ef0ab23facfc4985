package dev.crawler.cli.experiments.trial;

import dev.crawler.cli.experiments.Experiment;
import dev.crawler.cli.experiments.finding.Findings;
import dev.crawler.cli.experiments.lab.Course;
import dev.crawler.cli.experiments.lab.Lab;
import dev.crawler.cli.experiments.raw.Observations;
import dev.crawler.cli.experiments.raw.Row;
import java.io.IOException;
import java.util.List;

/// Little's law: with N in flight that take W each, N/W end in a second. *Immutable.*
public final class LittleExperiment implements Experiment {
  static final String LATENCY = "latency_ms";
  static final String IN_FLIGHT = "in_flight_allowed";
  static final String RATE = "steady_pages_per_second";

  private static final int HOSTS = 100;
  private static final int PAGES = 200;
  private static final double SECONDS = 2;

  /// What one latency is tried with.
  private record Series(int latency, List<Integer> inFlight) {}

  private static final List<Series> FULL =
      List.of(
          new Series(10, List.of(1, 10, 100, 1_000)),
          new Series(100, List.of(1, 10, 100, 1_000, 10_000)),
          new Series(1_000, List.of(10, 100, 1_000, 10_000)));

  private static final List<Series> QUICK =
      List.of(new Series(10, List.of(1, 10)), new Series(100, List.of(10)));

  @Override
  public String name() {
    return "little";
  }

  @Override
  public String question() {
    return "How many pages a second come of 1 to 10,000 fetches in flight, at 10, 100 and 1,000 ms"
        + " of latency?";
  }

  @Override
  public String hypothesis() {
    return "All are on the line of Little's law until the CPU is full; the pool of platform threads"
        + " bends first; the others are within 10 % of each other.";
  }

  @Override
  public void run(Lab lab) throws IOException, InterruptedException {
    for (var series : lab.conditions().isQuick() ? QUICK : FULL) {
      for (int inFlight : series.inFlight()) {
        lab.race(course(lab, series.latency(), inFlight));
      }
    }
  }

  /// Pages for two seconds on the line, as far as there are so many; enough for all to be in flight
  /// twice.
  private static Course course(Lab lab, int latency, int inFlight) {
    double line = inFlight * 1_000.0 / latency;
    long wanted = Math.max(Math.round(line * SECONDS), 3);
    int most = lab.size(60, inFlight > 1_000 ? 2 * inFlight : 8_000);
    return Course.of(
            Row.empty().with(LATENCY, latency).with(IN_FLIGHT, inFlight),
            lab.concurrent(),
            (int) Math.min(wanted, most))
        .rounds(lab.rounds(1))
        .site(
            "--hosts=" + HOSTS,
            "--pages=" + PAGES,
            "--latency=" + latency + "ms",
            "--latency-spread=" + latency / 2 + "ms",
            "--faults=0")
        .crawl("--concurrency=" + inFlight, "--per-host=" + Math.max(1, inFlight / HOSTS));
  }

  @Override
  public Findings findings(Observations seen) {
    return new LittleFindings(seen).all();
  }
}
