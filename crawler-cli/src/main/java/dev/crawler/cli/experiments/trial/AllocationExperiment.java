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

/// What a page costs that is not time: memory that becomes garbage, collections, switches of
/// threads. *Immutable.*
public final class AllocationExperiment implements Experiment {
  private static final String ALLOCATED = "allocated_bytes_per_page";
  private static final String WAITS = "voluntary_switches_per_page";
  private static final String TAKEN = "involuntary_switches_per_page";
  private static final double KIB = 1024;

  @Override
  public String name() {
    return "allocation";
  }

  @Override
  public String question() {
    return "How many bytes, how much collecting and how many context switches does a page cost?";
  }

  @Override
  public String hypothesis() {
    return "Virtual threads make fewer voluntary context switches than a pool of platform threads.";
  }

  @Override
  public void run(Lab lab) throws IOException, InterruptedException {
    lab.race(
        Course.of(Plot.at("concurrency", 64), lab.concurrent(), lab.size(100, 5_000))
            .rounds(lab.rounds(3))
            .site("--hosts=16", "--pages=320", "--latency=20ms", "--faults=0")
            .crawl("--concurrency=64", "--per-host=4"));
  }

  @Override
  public Findings findings(Observations seen) {
    var rows = seen.rows().kind(Lab.CRAWL);
    var switches =
        Plot.bars(
            BarChart.of("switches", "Context switches a page", Axis.linear("switches a page")),
            "voluntary: a thread waits",
            rows,
            WAITS,
            1);
    return new Findings(
        List.of(fewerSwitches(rows)),
        paragraph(rows),
        List.of(
            Plot.bars(switches, "involuntary: it is taken from its core", rows, TAKEN, 1),
            Plot.bars(
                BarChart.of("bytes", "Bytes allocated a page", Axis.linear("KiB a page")),
                "",
                rows,
                ALLOCATED,
                KIB)),
        List.of(table(rows)));
  }

  private static Finding fewerSwitches(Rows rows) {
    var clause = "`virtual` makes fewer voluntary switches than `threads`";
    var virtual = rows.engine("virtual").spread(WAITS);
    var pool = rows.engine("threads").spread(WAITS);
    if (virtual.isEmpty() || pool.isEmpty()) {
      return Finding.untold(clause, "One of them is missing, or the system does not say.");
    }
    var evidence =
        "%s against %s a page, over the rounds.".formatted(Say.spread(virtual), Say.spread(pool));
    boolean isOne = rows.engine("virtual").values(WAITS).size() == 1;
    return isOne || virtual.get().overlaps(pool.get())
        ? Finding.untold(clause, evidence + (isOne ? " One round." : " The spreads overlap."))
        : Finding.of(clause, virtual.get().median() < pool.get().median(), evidence);
  }

  private static String paragraph(Rows rows) {
    var told =
        rows.engines().stream()
            .map(engine ->
                "`%s` %s".formatted(engine, Say.bytes(rows.engine(engine).medianOrNaN(ALLOCATED))))
            .toList();
    return "A page of about a kilobyte of text leaves as garbage, the start of the JVM and of the"
        + " client included: "
        + Say.list(told)
        + ". Most of it is handling, which is the same code for all; it is the differences that"
        + " belong to the engines. Switches are those of the whole process, so threads of the"
        + " compiler and of measuring are among them, and on two full cores a thread is also taken"
        + " from its core because the site wants it.";
  }

  private static Table table(Rows rows) {
    var table =
        Table.of(
            "A page, medians and from the least to the most",
            "engine",
            "allocated, KiB",
            "GC, ms in all",
            "voluntary switches",
            "involuntary",
            "CPU, ms");
    for (var engine : rows.engines()) {
      var here = rows.engine(engine);
      table =
          table.row(
              "`" + engine + "`",
              Say.number(here.medianOrNaN(ALLOCATED) / KIB),
              Say.spread(here.spread("gc_ms")),
              Say.spread(here.spread(WAITS)),
              Say.spread(here.spread(TAKEN)),
              Say.spread(here.spread("cpu_ms_per_page")));
    }
    return table;
  }
}
