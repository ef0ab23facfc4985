package dev.crawler.cli.experiments.trial;

import static dev.crawler.cli.experiments.trial.LittleExperiment.IN_FLIGHT;
import static dev.crawler.cli.experiments.trial.LittleExperiment.LATENCY;
import static dev.crawler.cli.experiments.trial.LittleExperiment.RATE;

import dev.crawler.cli.experiments.finding.Finding;
import dev.crawler.cli.experiments.finding.Findings;
import dev.crawler.cli.experiments.finding.Say;
import dev.crawler.cli.experiments.lab.Lab;
import dev.crawler.cli.experiments.raw.Observations;
import dev.crawler.cli.experiments.raw.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What the rows of `little` show. *Immutable.*
final class LittleFindings {
  private static final String POOL = "threads";
  private static final double NEAR = 0.9;
  private static final double FULL = 0.85;
  private static final double TIE = 0.95;

  private final Rows rows;
  private final int cores;
  private final List<Place> places;
  private final LittleShown shown;

  /// One engine at one latency with so many in flight.
  private record Place(
      String engine, double latency, double inFlight, double rate, double toLine, double busy) {}

  LittleFindings(Observations seen) {
    this.rows = seen.rows().kind(Lab.CRAWL);
    this.cores = seen.machine().cores();
    this.places = places();
    this.shown = new LittleShown(rows);
  }

  Findings all() {
    return new Findings(
        List.of(onTheLine(), poolFirst(), othersAlike()),
        paragraph(),
        shown.pictures(),
        List.of(shown.table()));
  }

  private List<Place> places() {
    var found = new ArrayList<Place>();
    for (double latency : rows.numbers(LATENCY)) {
      for (double inFlight : rows.where(LATENCY, latency).numbers(IN_FLIGHT)) {
        var here = rows.where(LATENCY, latency).where(IN_FLIGHT, inFlight);
        for (var engine : here.engines()) {
          var of = here.engine(engine);
          double rate = of.medianOrNaN(RATE);
          found.add(
              new Place(
                  engine,
                  latency,
                  inFlight,
                  rate,
                  rate * latency / 1e3 / inFlight,
                  Plot.busy(of, cores)));
        }
      }
    }
    return found;
  }

  private Finding onTheLine() {
    var clause = "on the line within 10 % until the CPU is full";
    var idle = places.stream().filter(place -> place.busy() < FULL).toList();
    if (idle.isEmpty()) {
      return Finding.untold(clause, "No place left the CPU idle.");
    }
    var off = idle.stream().filter(place -> place.toLine() < NEAR).toList();
    return Finding.of(
        clause,
        off.isEmpty(),
        "Of %d places where engine and site took less than 85 %% of the cores, %d are below 90 %% of"
                .formatted(idle.size(), off.size())
            + " the line%s.".formatted(off.isEmpty() ? "" : ": " + told(off)));
  }

  private static String told(List<Place> some) {
    var first =
        some.stream()
            .limit(6)
            .map(place ->
                "`%s` %s at %s ms × %s"
                    .formatted(
                        place.engine(),
                        Say.percent(place.toLine()),
                        Say.number(place.latency()),
                        Say.number(place.inFlight())))
            .toList();
    return String.join(", ", first) + (some.size() > first.size() ? " …" : "");
  }

  /// At each latency it is looked at the first number in flight at which somebody left the line.
  private Finding poolFirst() {
    var clause = "the pool of platform threads bends first";
    var told = new ArrayList<String>();
    int first = 0;
    int ties = 0;
    for (double latency : rows.numbers(LATENCY)) {
      var bent = firstBent(latency);
      double pool = rate(bent, true);
      double others = rate(bent, false);
      if (Double.isFinite(pool) && Double.isFinite(others)) {
        first += pool < TIE * others ? 1 : 0;
        ties += pool >= TIE * others && pool <= others / TIE ? 1 : 0;
        told.add(
            "at %s ms × %s it came to %s pages/s, the slowest other to %s"
                .formatted(
                    Say.number(latency),
                    Say.number(bent.getFirst().inFlight()),
                    Say.number(pool),
                    Say.number(others)));
      }
    }
    var evidence = "Where the line is left first, " + Say.list(told) + ".";
    if (told.isEmpty() || first == 0 && ties == told.size()) {
      return Finding.untold(clause, told.isEmpty() ? "Nobody left the line." : evidence);
    }
    return Finding.of(clause, first == told.size(), evidence);
  }

  private List<Place> firstBent(double latency) {
    var here = places.stream().filter(place -> place.latency() == latency).toList();
    double at =
        here.stream()
            .filter(place -> place.toLine() < NEAR)
            .mapToDouble(Place::inFlight)
            .min()
            .orElse(Double.NaN);
    return here.stream().filter(place -> place.inFlight() == at).toList();
  }

  private static double rate(List<Place> some, boolean ofPool) {
    return some.stream()
        .filter(place -> place.engine().equals(POOL) == ofPool)
        .mapToDouble(Place::rate)
        .min()
        .orElse(Double.NaN);
  }

  private Finding othersAlike() {
    var clause = "the others are within 10 % of each other";
    double worst = 1;
    var where = "";
    int compared = 0;
    for (double latency : rows.numbers(LATENCY)) {
      for (double inFlight : rows.where(LATENCY, latency).numbers(IN_FLIGHT)) {
        var others = others(latency, inFlight).mapToDouble(Place::rate).summaryStatistics();
        if (others.getCount() < 2) {
          continue;
        }
        compared++;
        if (others.getMin() / others.getMax() < worst) {
          worst = others.getMin() / others.getMax();
          where =
              "at %s ms × %s the slowest came to %s of the fastest (%s and %s pages/s)"
                  .formatted(
                      Say.number(latency),
                      Say.number(inFlight),
                      Say.percent(worst),
                      Say.number(others.getMin()),
                      Say.number(others.getMax()));
        }
      }
    }
    return compared == 0
        ? Finding.untold(clause, "There were not two of them.")
        : Finding.of(clause, worst >= NEAR, "Farthest apart: " + where + ".");
  }

  private Stream<Place> others(double latency, double inFlight) {
    return places.stream()
        .filter(place -> place.latency() == latency && place.inFlight() == inFlight)
        .filter(place -> !place.engine().equals(POOL));
  }

  private String paragraph() {
    var best =
        rows.engines().stream()
            .map(engine ->
                "`%s` %s"
                    .formatted(
                        engine,
                        Say.number(
                            places.stream()
                                .filter(place -> place.engine().equals(engine))
                                .mapToDouble(Place::rate)
                                .max()
                                .orElse(Double.NaN))))
            .toList();
    return "The most that each came to, at any place, in pages a second: "
        + Say.list(best)
        + ". There the cores are full with engine and site together, in JVMs that began cold a few"
        + " seconds before: how far up the line an engine would follow with more cores, or once it"
        + " is warm, is not shown. The rate is that of the middle half of each crawl, so that"
        + " filling and draining do not count.";
  }
}
