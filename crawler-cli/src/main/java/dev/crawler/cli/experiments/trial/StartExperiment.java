package dev.crawler.cli.experiments.trial;

import dev.crawler.cli.experiments.Experiment;
import dev.crawler.cli.experiments.chart.Axis;
import dev.crawler.cli.experiments.chart.BarChart;
import dev.crawler.cli.experiments.finding.Finding;
import dev.crawler.cli.experiments.finding.Findings;
import dev.crawler.cli.experiments.finding.Say;
import dev.crawler.cli.experiments.finding.Table;
import dev.crawler.cli.experiments.lab.Course;
import dev.crawler.cli.experiments.lab.Lab;
import dev.crawler.cli.experiments.raw.Observations;
import dev.crawler.cli.experiments.raw.Rows;
import java.io.IOException;
import java.util.List;

/// A crawl of one page: what an engine takes before it can do anything. *Immutable.*
public final class StartExperiment implements Experiment {
  private static final String START = "start_ms";
  private static final String RESIDENT = "peak_resident_bytes";
  private static final double MIB = 1024.0 * 1024;
  private static final double HALF_A_SECOND = 500;
  private static final double SECONDS = 1_000;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String question() {
    return "How long does an engine take from the prompt to its first request, and how large is it"
        + " before it does anything?";
  }

  @Override
  public String hypothesis() {
    return "The engine of several processes takes seconds, the others under half a second.";
  }

  @Override
  public void run(Lab lab) throws IOException, InterruptedException {
    lab.race(
        Course.of(Plot.at("pages_asked", 1), lab.all(), 1)
            .rounds(lab.rounds(5))
            .site("--hosts=1", "--pages=1", "--faults=0"));
  }

  @Override
  public Findings findings(Observations seen) {
    var rows = seen.rows().kind(Lab.CRAWL);
    return new Findings(
        List.of(processesTakeSeconds(rows), othersTakeLess(rows)),
        "A crawl of one page, rounds of each: %s; the JVM takes part in it with its cache of loaded"
                .formatted(Say.number(rows.numbers("round").size()))
            + " classes, where the launcher has made one. The footprint is the greatest resident"
            + " set of all processes of the engine together; young heap that was never touched is"
            + " not in it. Two cores start several JVMs one after the other rather than at once.",
        List.of(
            Plot.bars(
                BarChart.of("prompt", "From the prompt to the first request", Axis.linear("ms")),
                "",
                rows,
                START,
                1),
            Plot.bars(
                BarChart.of("resident", "Resident set, all processes", Axis.linear("MiB")),
                "",
                rows,
                RESIDENT,
                MIB)),
        List.of(table(rows)));
  }

  private static Finding processesTakeSeconds(Rows rows) {
    var crewed = rows.engines().stream().filter(engine -> isCrewed(rows, engine)).toList();
    var clause = "several processes take seconds";
    return crewed.isEmpty()
        ? Finding.untold(clause, "There was no such engine.")
        : Finding.of(
            clause,
            crewed.stream().allMatch(engine -> start(rows, engine) >= SECONDS),
            told(rows, crewed));
  }

  private static Finding othersTakeLess(Rows rows) {
    var others = rows.engines().stream().filter(engine -> !isCrewed(rows, engine)).toList();
    var clause = "the others take under half a second";
    return others.isEmpty()
        ? Finding.untold(clause, "There was no such engine.")
        : Finding.of(
            clause,
            others.stream().allMatch(engine -> start(rows, engine) < HALF_A_SECOND),
            told(rows, others));
  }

  private static String told(Rows rows, List<String> engines) {
    return Say.list(
            engines.stream()
                .map(engine -> "`%s` %s ms".formatted(engine, Say.number(start(rows, engine))))
                .toList())
        + ".";
  }

  private static double start(Rows rows, String engine) {
    return rows.engine(engine).medianOrNaN(START);
  }

  private static boolean isCrewed(Rows rows, String engine) {
    return rows.engine(engine).median("processes").orElse(1) > 1;
  }

  private static Table table(Rows rows) {
    var table =
        Table.of(
            "Medians, and from the least to the most",
            "engine",
            "start, ms",
            "CPU in all, ms",
            "resident, MiB",
            "threads",
            "processes");
    for (var engine : rows.engines()) {
      var here = rows.engine(engine);
      table =
          table.row(
              "`" + engine + "`",
              Say.spread(here.spread(START)),
              Say.spread(here.spread("cpu_ms")),
              Say.number(here.medianOrNaN(RESIDENT) / MIB),
              Say.number(here.median("threads")),
              Say.number(here.median("processes")));
    }
    return table;
  }
}
