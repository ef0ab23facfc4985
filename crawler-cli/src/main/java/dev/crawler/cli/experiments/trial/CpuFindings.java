package dev.crawler.cli.experiments.trial;

import static dev.crawler.cli.experiments.trial.CpuExperiment.ASKED;

import dev.crawler.cli.experiments.chart.Axis;
import dev.crawler.cli.experiments.chart.LineChart;
import dev.crawler.cli.experiments.chart.Picture;
import dev.crawler.cli.experiments.finding.Finding;
import dev.crawler.cli.experiments.finding.Findings;
import dev.crawler.cli.experiments.finding.Say;
import dev.crawler.cli.experiments.finding.Table;
import dev.crawler.cli.experiments.lab.Lab;
import dev.crawler.cli.experiments.raw.Observations;
import dev.crawler.cli.experiments.raw.Rows;
import java.util.ArrayList;
import java.util.List;

/// What the rows of `cpu` show. *Immutable.*
final class CpuFindings {
  private static final String RATE = "pages_per_second";
  private static final String TAIL = "page_p99_ms";
  private static final String LAG = "loop_lag_p99_ms";
  private static final String VIRTUAL = "virtual";
  private static final double SAME = 1.05;

  private final Rows rows;
  private final double perPass;

  CpuFindings(Observations seen) {
    this.rows =
        new Rows(
            seen.rows().kind(Lab.CRAWL).all().stream()
                .filter(row -> row.number(ASKED).isPresent())
                .toList());
    this.perPass = seen.rows().kind(CpuExperiment.CALIBRATION).medianOrNaN(CpuExperiment.PER_PASS);
  }

  Findings all() {
    return new Findings(
        List.of(onTheLoop(), noGain(), worseTail()), paragraph(), pictures(), List.of(table()));
  }

  private Rows hardest() {
    var asked = rows.numbers(ASKED);
    return asked.isEmpty() ? rows : rows.where(ASKED, asked.getLast());
  }

  /// Engines with an event loop: they hand pages to as many threads as there are processors.
  private List<String> bounded() {
    return rows.engines().stream().filter(engine -> Plot.hasLoop(rows, engine)).toList();
  }

  private Finding onTheLoop() {
    double lag = hardest().values(LAG).stream().mapToDouble(d -> d).max().orElse(Double.NaN);
    return Finding.untold(
        "handling on the loop collapses first",
        "No engine here handles pages on its loop, so none can collapse by it: %s hand them to a"
                .formatted(Say.names(bounded()))
            + " thread for each processor. Their loops came %s ms late at the 99th percentile, at"
                .formatted(Say.number(lag))
            + " most, when pages took longest.");
  }

  private Finding noGain() {
    var clause = "virtual threads give no gain over a bounded pool";
    var here = hardest();
    double virtual = here.engine(VIRTUAL).medianOrNaN(RATE);
    double pool = best(here);
    if (!Double.isFinite(virtual / pool)) {
      return Finding.untold(clause, "One of them is missing.");
    }
    return Finding.of(
        clause,
        virtual < SAME * pool,
        "Where a page takes longest, `virtual` came to %s pages/s, the better of %s to %s."
            .formatted(Say.number(virtual), Say.names(bounded()), Say.number(pool)));
  }

  private Finding worseTail() {
    var clause = "and a worse tail";
    var here = hardest();
    double virtual = here.engine(VIRTUAL).medianOrNaN(TAIL);
    double pool =
        bounded().stream()
            .mapToDouble(engine -> here.engine(engine).medianOrNaN(TAIL))
            .min()
            .orElse(Double.NaN);
    if (!Double.isFinite(virtual / pool)) {
      return Finding.untold(clause, "One of them is missing.");
    }
    return Finding.of(
        clause,
        virtual > SAME * pool,
        "From the start of its fetch to its record 99 %% of the pages took up to %s ms with `virtual`,"
                .formatted(Say.number(virtual))
            + " %s ms with the better of the bounded ones.".formatted(Say.number(pool)));
  }

  private double best(Rows here) {
    return bounded().stream()
        .mapToDouble(engine -> here.engine(engine).medianOrNaN(RATE))
        .max()
        .orElse(Double.NaN);
  }

  private String paragraph() {
    var here = hardest();
    var measured =
        here.engines().stream()
            .map(engine ->
                "`%s` %s"
                    .formatted(engine, Say.number(here.engine(engine).median("cpu_ms_per_page"))))
            .toList();
    return "One pass of the hash takes %s µs here, by a calibration with one page at a time, which"
            .formatted(Say.number(1e3 * perPass))
        + " chooses how many passes a page gets; what a page then took of the CPU in all, in ms,"
        + " where most was asked for: "
        + Say.list(measured)
        + ". As soon as pages take more than a millisecond, the cores are what limits, and all"
        + " engines have the same two: differences in pace are small, those in page times are the"
        + " order in which waiting pages get a core. With more cores than parsers the picture would"
        + " be another.";
  }

  private List<Picture> pictures() {
    var x = Axis.linear("CPU asked for, ms a page");
    var pictures = new ArrayList<Picture>();
    pictures.add(
        Plot.lines(
            LineChart.of("pace", "Pages a second by CPU a page", x, Axis.log("pages/s")),
            rows,
            ASKED,
            RATE));
    pictures.add(
        Plot.lines(
            LineChart.of("tail", "Page time at the 99th percentile", x, Axis.log("ms")),
            rows,
            ASKED,
            TAIL));
    pictures.add(
        Plot.lines(
            LineChart.of("lag", "Event-loop lag at the 99th percentile", x, Axis.log("ms")),
            rows.engines(bounded()),
            ASKED,
            LAG));
    return pictures;
  }

  private Table table() {
    var table =
        Table.of(
            "By CPU asked for a page",
            "ms",
            "engine",
            "pages/s",
            "CPU ms a page, measured",
            "page p50, ms",
            "p99",
            "p99.9",
            "loop lag p99, ms");
    for (double asked : rows.numbers(ASKED)) {
      for (var engine : rows.engines()) {
        var here = rows.where(ASKED, asked).engine(engine);
        table =
            table.row(
                Say.number(asked),
                "`" + engine + "`",
                Say.spread(here.spread(RATE)),
                Say.number(here.median("cpu_ms_per_page")),
                Say.number(here.median("page_p50_ms")),
                Say.number(here.median(TAIL)),
                Say.number(here.median("page_p999_ms")),
                Say.number(here.median(LAG)));
      }
    }
    return table;
  }
}
