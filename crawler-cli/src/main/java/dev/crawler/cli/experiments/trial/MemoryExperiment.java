package dev.crawler.cli.experiments.trial;

import dev.crawler.cli.experiments.Experiment;
import dev.crawler.cli.experiments.finding.Findings;
import dev.crawler.cli.experiments.lab.Course;
import dev.crawler.cli.experiments.lab.Lab;
import dev.crawler.cli.experiments.raw.Observations;
import java.io.IOException;
import java.util.List;

/// Memory while so many fetches are in flight and the site lets all of them wait. *Immutable.*
public final class MemoryExperiment implements Experiment {
  static final String IN_FLIGHT = "in_flight_allowed";

  private static final int HOSTS = 100;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String question() {
    return "What does one more fetch in flight take of the heap, and beside it?";
  }

  @Override
  public String hypothesis() {
    return "Platform threads 50 to 100 KB, virtual threads 5 to 15 KB, callbacks and Vert.x 2 to 8"
        + " KB; the client's buffers dominate.";
  }

  /// The heap is touched beforehand, so that what the resident set grows by is not heap.
  @Override
  public void run(Lab lab) throws IOException, InterruptedException {
    int wait = lab.size(3, 6);
    for (int inFlight :
        lab.conditions().isQuick() ? List.of(20, 100) : List.of(500, 1_500, 3_000)) {
      lab.race(
          Course.of(Plot.at(IN_FLIGHT, inFlight), lab.concurrent(), inFlight)
              .rounds(lab.rounds(1))
              .site(
                  "--hosts=" + HOSTS,
                  "--pages=30",
                  "--latency=" + wait + "s",
                  "--latency-spread=0ms",
                  "--faults=0")
              .crawl("--concurrency=" + inFlight, "--per-host=" + Math.ceilDiv(inFlight, HOSTS))
              .flags(
                  "-Xms768m",
                  "-Xmx768m",
                  "-Xmn256m",
                  "-XX:+AlwaysPreTouch",
                  "-Dcrawler.census=" + inFlight));
    }
  }

  @Override
  public Findings findings(Observations seen) {
    return new MemoryFindings(seen.rows().kind(Lab.CRAWL)).all();
  }
}
