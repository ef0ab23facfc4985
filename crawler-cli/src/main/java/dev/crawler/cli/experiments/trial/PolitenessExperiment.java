package dev.crawler.cli.experiments.trial;

import dev.crawler.cli.experiments.Experiment;
import dev.crawler.cli.experiments.chart.Axis;
import dev.crawler.cli.experiments.chart.BarChart;
import dev.crawler.cli.experiments.chart.BarChart.Bar;
import dev.crawler.cli.experiments.chart.Picture;
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
import java.util.List;

/// How exactly hosts are left alone for as long as was asked, by the site's clock. *Immutable.*
public final class PolitenessExperiment implements Experiment {
  private static final String DELAY = "delay_ms";
  private static final String PASSES = "passes";
  private static final String MEDIAN = "gap_p50_ms";
  private static final String TAIL = "gap_p99_ms";
  private static final int HOSTS = 20;
  private static final int BUSY = 8_000;
  private static final double SAME = 1.2;

  @Override
  public String name() {
    return "politeness";
  }

  @Override
  public String question() {
    return "How much longer than the delay that was asked for are the gaps that a host sees, idle"
        + " and under CPU load?";
  }

  @Override
  public String hypothesis() {
    return "The timers of a loop are coarse under CPU load.";
  }

  @Override
  public void run(Lab lab) throws IOException, InterruptedException {
    for (int passes : List.of(0, BUSY)) {
      for (int delay : lab.conditions().isQuick() ? List.of(10) : List.of(10, 50, 200)) {
        int perHost = Math.clamp(2_000 / (delay + 5), 10, 40);
        lab.race(
            Course.of(
                    Row.empty().with(DELAY, delay).with(PASSES, passes),
                    lab.concurrent(),
                    lab.size(2, perHost) * HOSTS)
                .rounds(lab.rounds(1))
                .site("--hosts=" + HOSTS, "--pages=50", "--latency=5ms", "--faults=0")
                .crawl(
                    "--delay=" + delay + "ms",
                    "--per-host=1",
                    "--concurrency=64",
                    "--simhash-passes=" + passes));
      }
    }
  }

  @Override
  public Findings findings(Observations seen) {
    var rows = seen.rows().kind(Lab.CRAWL);
    return new Findings(
        List.of(never(rows), coarse(rows)), paragraph(rows), pictures(rows), List.of(table(rows)));
  }

  private static Finding never(Rows rows) {
    var clause = "no gap is shorter than asked";
    if (rows.isEmpty()) {
      return Finding.untold(clause, "There are no gaps.");
    }
    double least =
        rows.all().stream()
            .mapToDouble(row -> row.orZero("gap_min_ms") - row.orZero(DELAY))
            .min()
            .orElse(Double.NaN);
    return Finding.of(
        clause,
        least >= 0,
        "The shortest was %s ms above its delay, by the site's clock."
            .formatted(Say.number(least)));
  }

  private static Finding coarse(Rows rows) {
    var clause = "under CPU load a loop comes later than threads that wait";
    var busy = rows.where(PASSES, BUSY);
    double loop = worst(busy, true);
    double threads = worst(busy, false);
    if (!Double.isFinite(loop) || !Double.isFinite(threads)) {
      return Finding.untold(clause, "There is no engine of one of the kinds.");
    }
    var evidence =
        "99 %% of the gaps were at most so much longer than asked, at the worst delay: %s ms with a"
                .formatted(Say.number(loop))
            + " loop, %s ms without one.".formatted(Say.number(threads));
    boolean isTie = loop < SAME * threads && threads < SAME * loop;
    return isTie ? Finding.untold(clause, evidence) : Finding.of(clause, loop > threads, evidence);
  }

  /// Most that the 99th percentile is above the delay, of engines with or without a loop.
  private static double worst(Rows busy, boolean withLoop) {
    return busy.all().stream()
        .filter(row -> row.number("loop_lag_max_ms").isPresent() == withLoop)
        .mapToDouble(row -> row.orZero(TAIL) - row.orZero(DELAY))
        .max()
        .orElse(Double.NaN);
  }

  private static String paragraph(Rows rows) {
    double cpu = rows.where(PASSES, BUSY).medianOrNaN("cpu_ms_per_page");
    return "A gap is from the end of an answer to the next request of the same host, as the site"
        + " saw both. What it has beyond the delay is the way back of the answer, waiting"
        + " for the clock, and the way of the request: every engine has that. Under load"
        + " each page took about "
        + Say.number(cpu)
        + " ms of CPU, so that the cores are full where the delay is short: then a host waits for a"
        + " core, whatever wakes its engine, and a late gap says more of two cores than of timers.";
  }

  private static List<Picture> pictures(Rows rows) {
    return List.of(
        chart("idle", "Gaps beyond the delay, pages that cost little", rows.where(PASSES, 0)),
        chart("busy", "Gaps beyond the delay, under CPU load", rows.where(PASSES, BUSY)));
  }

  private static Picture chart(String name, String title, Rows rows) {
    var chart =
        BarChart.of(
            name,
            title,
            Axis.linear("ms beyond the delay: 99th percentile; the line begins at the median"));
    for (double delay : rows.numbers(DELAY)) {
      for (var engine : rows.where(DELAY, delay).engines()) {
        var here = rows.where(DELAY, delay).engine(engine);
        double tail = here.medianOrNaN(TAIL) - delay;
        chart =
            chart.bar(
                new Bar(
                    "%s ms asked for".formatted(Say.number(delay)),
                    engine,
                    tail,
                    here.medianOrNaN(MEDIAN) - delay,
                    tail));
      }
    }
    return chart;
  }

  private static Table table(Rows rows) {
    var table =
        Table.of(
            "Gaps beyond the delay, in ms",
            "CPU",
            "delay, ms",
            "engine",
            "least",
            "median",
            "p99",
            "most",
            "loop lag p99, ms");
    for (var row : rows.all()) {
      double delay = row.orZero(DELAY);
      table =
          table.row(
              row.orZero(PASSES) == 0 ? "idle" : "busy",
              Say.number(delay),
              "`" + row.text(Row.ENGINE) + "`",
              Say.number(row.orZero("gap_min_ms") - delay),
              Say.number(row.orZero(MEDIAN) - delay),
              Say.number(row.orZero(TAIL) - delay),
              Say.number(row.orZero("gap_max_ms") - delay),
              Say.number(row.number("loop_lag_p99_ms")));
    }
    return table;
  }
}
