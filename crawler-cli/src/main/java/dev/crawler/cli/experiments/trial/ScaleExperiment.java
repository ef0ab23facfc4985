package dev.crawler.cli.experiments.trial;

import dev.crawler.cli.experiments.Experiment;
import dev.crawler.cli.experiments.chart.Axis;
import dev.crawler.cli.experiments.chart.BarChart;
import dev.crawler.cli.experiments.chart.BarChart.Bar;
import dev.crawler.cli.experiments.finding.Finding;
import dev.crawler.cli.experiments.finding.Findings;
import dev.crawler.cli.experiments.finding.Say;
import dev.crawler.cli.experiments.finding.Table;
import dev.crawler.cli.experiments.lab.Course;
import dev.crawler.cli.experiments.lab.Lab;
import dev.crawler.cli.experiments.raw.Observations;
import dev.crawler.cli.experiments.raw.Row;
import dev.crawler.cli.experiments.raw.Rows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// More worker processes for the same crawl, once where it waits and once where it computes.
/// *Immutable.*
public final class ScaleExperiment implements Experiment {
  private static final String LOAD = "load";
  private static final String WORKERS = "workers";
  private static final String RATE = "pages_per_second";
  private static final String COST = "cpu_ms_per_page";
  private static final String ALONE = "virtual";

  /// What a page is like.
  ///
  /// @param passes of the hash of its text
  private record Load(String name, int latency, int passes, int pages) {}

  private static final Load WAITS = new Load("waiting", 100, 0, 2_000);
  private static final Load COMPUTES = new Load("computing", 5, 4_000, 800);

  @Override
  public String name() {
    return "scale";
  }

  @Override
  public String question() {
    return "What do 1, 2 and 4 worker processes gain, where pages wait and where they compute?";
  }

  @Override
  public String hypothesis() {
    return "Below 1 on two cores where pages wait.";
  }

  @Override
  public void run(Lab lab) throws IOException, InterruptedException {
    for (var load : lab.conditions().isQuick() ? List.of(WAITS) : List.of(WAITS, COMPUTES)) {
      if (lab.all().contains(ALONE)) {
        lab.race(course(lab, load, 0, List.of(ALONE)));
      }
      if (!lab.crewed().isEmpty()) {
        for (int workers : lab.conditions().isQuick() ? List.of(1) : List.of(1, 2, 4)) {
          lab.race(course(lab, load, workers, lab.crewed()).crawl("--workers=" + workers));
        }
      }
    }
  }

  private static Course course(Lab lab, Load load, int workers, List<String> engines) {
    return Course.of(
            Row.empty().with(LOAD, load.name()).with(WORKERS, workers),
            engines,
            lab.size(60, load.pages()))
        .rounds(lab.rounds(1))
        .site("--hosts=64", "--pages=32", "--latency=" + load.latency() + "ms", "--faults=0")
        .crawl("--concurrency=128", "--per-host=2", "--simhash-passes=" + load.passes());
  }

  @Override
  public Findings findings(Observations seen) {
    var rows = seen.rows().kind(Lab.CRAWL);
    return new Findings(
        List.of(noGain(rows)), paragraph(rows), List.of(chart(rows)), List.of(table(rows)));
  }

  private static Finding noGain(Rows rows) {
    var clause = "more processes are slower than one where pages wait";
    var here = crewed(rows).where(LOAD, WAITS.name());
    var gains = new ArrayList<Double>();
    var told = new ArrayList<String>();
    for (double workers : here.numbers(WORKERS)) {
      double gain = gain(here, workers);
      if (workers > 1 && Double.isFinite(gain)) {
        gains.add(gain);
        told.add("%s workers %s".formatted(Say.number(workers), Say.number(gain)));
      }
    }
    return gains.isEmpty()
        ? Finding.untold(clause, "There were not two numbers of workers.")
        : Finding.of(
            clause,
            gains.stream().allMatch(gain -> gain < 1),
            "Pages a second by those of one worker: " + Say.list(told) + ".");
  }

  private static Rows crewed(Rows rows) {
    return new Rows(rows.all().stream().filter(row -> row.orZero(WORKERS) > 0).toList());
  }

  private static double gain(Rows ofLoad, double workers) {
    return ofLoad.where(WORKERS, workers).medianOrNaN(RATE)
        / ofLoad.where(WORKERS, 1).medianOrNaN(RATE);
  }

  private static String paragraph(Rows rows) {
    var told = new ArrayList<String>();
    for (var load : rows.texts(LOAD)) {
      var here = rows.where(LOAD, load);
      double alone = here.engine(ALONE).medianOrNaN(COST);
      for (double workers : crewed(here).numbers(WORKERS)) {
        told.add(
            "%s with %s where pages are %s"
                .formatted(
                    Say.number(here.where(WORKERS, workers).medianOrNaN(COST) - alone),
                    Say.number(workers),
                    load));
      }
    }
    return "The overhead of a URL, in ms of CPU beyond what `virtual` takes in one process: "
        + Say.list(told)
        + ". Most of it is that each JVM loads and compiles the same code, in a crawl that lasts"
        + " seconds; the rest is the ledger that they share. Pace counts from the first request on,"
        + " without the seconds in which the cluster starts. On two cores, which the site shares,"
        + " several processes have nothing to win but waiting; what several machines would win is"
        + " not to be seen here.";
  }

  private static BarChart chart(Rows rows) {
    var chart = BarChart.of("pace", "Pages a second by worker processes", Axis.linear("pages/s"));
    for (var load : rows.texts(LOAD)) {
      var here = rows.where(LOAD, load);
      for (double workers : here.numbers(WORKERS)) {
        for (var engine : here.where(WORKERS, workers).engines()) {
          var some = here.where(WORKERS, workers).engine(engine).spread(RATE).orElseThrow();
          var label = workers == 0 ? engine : "%s × %s".formatted(engine, Say.number(workers));
          chart =
              chart.bar(new Bar("pages are " + load, label, some.median(), some.min(), some.max()));
        }
      }
    }
    return chart;
  }

  private static Table table(Rows rows) {
    var table =
        Table.of(
            "By workers",
            "pages are",
            "engine",
            "workers",
            "pages/s",
            "by one worker",
            "CPU ms a page",
            "start, ms",
            "resident, MiB");
    for (var row : rows.all()) {
      var load = row.text(LOAD);
      double workers = row.orZero(WORKERS);
      table =
          table.row(
              load,
              "`" + row.text(Row.ENGINE) + "`",
              workers == 0 ? "–" : Say.number(workers),
              Say.number(row.number(RATE)),
              workers == 0 ? "–" : Say.number(gain(crewed(rows).where(LOAD, load), workers)),
              Say.number(row.number(COST)),
              Say.number(row.number("start_ms")),
              Say.number(row.orZero("peak_resident_bytes") / 1024 / 1024));
    }
    return table;
  }
}
