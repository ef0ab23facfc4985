package dev.crawler.cli.experiments.trial;

import dev.crawler.cli.experiments.Experiment;
import dev.crawler.cli.experiments.chart.Axis;
import dev.crawler.cli.experiments.chart.LineChart;
import dev.crawler.cli.experiments.chart.LineChart.Dot;
import dev.crawler.cli.experiments.finding.Finding;
import dev.crawler.cli.experiments.finding.Findings;
import dev.crawler.cli.experiments.finding.Say;
import dev.crawler.cli.experiments.finding.Table;
import dev.crawler.cli.experiments.lab.Course;
import dev.crawler.cli.experiments.lab.Lab;
import dev.crawler.cli.experiments.raw.Observations;
import dev.crawler.cli.experiments.raw.Point;
import dev.crawler.cli.experiments.raw.Rows;
import java.io.IOException;
import java.util.List;

/// Pages whose first answer is of no use. *Immutable.*
public final class FaultsExperiment implements Experiment {
  private static final String SHARE = "faulty_percent";
  private static final String RATE = "pages_per_second";
  private static final double NEAR = 0.1;

  @Override
  public String name() {
    return "faults";
  }

  @Override
  public String question() {
    return "What do 0 to 50 % of pages cost whose first answer is busy, cut short or a reset"
        + " connection?";
  }

  @Override
  public String hypothesis() {
    return "Equal for all engines: retries live in the core.";
  }

  @Override
  public void run(Lab lab) throws IOException, InterruptedException {
    for (int share : lab.conditions().isQuick() ? List.of(0, 50) : List.of(0, 10, 25, 50)) {
      lab.race(
          Course.of(Plot.at(SHARE, share), lab.concurrent(), lab.size(80, 2_400))
              .rounds(lab.rounds(3))
              .site("--hosts=16", "--pages=150", "--latency=20ms", "--faults=" + share)
              .crawl("--concurrency=64", "--per-host=4"));
    }
  }

  @Override
  public Findings findings(Observations seen) {
    var rows = seen.rows().kind(Lab.CRAWL);
    return new Findings(
        List.of(sameRequests(seen), sameLoss(rows)),
        paragraph(seen, rows),
        List.of(
            Plot.lines(
                LineChart.of(
                    "pace",
                    "Pages a second by faulty pages",
                    Axis.linear("faulty pages, %"),
                    Axis.linear("pages/s")),
                rows,
                SHARE,
                RATE),
            LineChart.of(
                    "waste",
                    "Wasted requests a page",
                    Axis.linear("faulty pages, %"),
                    Axis.linear("requests beyond one a page"))
                .line("all engines, by the site's log", wasted(seen))),
        List.of(table(rows)));
  }

  private static Finding sameRequests(Observations seen) {
    var clause = "all engines ask for the same, equally often";
    if (seen.points().isEmpty()) {
      return Finding.untold(clause, "There was no contest.");
    }
    long equal = seen.points().stream().filter(Point::isEqual).count();
    return Finding.of(
        clause,
        equal == seen.points().size(),
        "By the site's own log, URL by URL, at %d of %d shares."
            .formatted(equal, seen.points().size()));
  }

  private static Finding sameLoss(Rows rows) {
    var clause = "the pace falls by the same part";
    var shares = rows.numbers(SHARE);
    if (shares.size() < 2 || rows.engines().size() < 2) {
      return Finding.untold(clause, "There is nothing to compare.");
    }
    var kept =
        rows.engines().stream()
            .mapToDouble(engine -> kept(rows.engine(engine), shares))
            .summaryStatistics();
    var told =
        rows.engines().stream()
            .map(engine ->
                "`%s` %s".formatted(engine, Say.percent(kept(rows.engine(engine), shares))))
            .toList();
    return Finding.of(
        clause,
        kept.getMax() - kept.getMin() <= NEAR,
        "With %s %% faulty pages they keep of their pace: %s."
            .formatted(Say.number(shares.getLast()), Say.list(told)));
  }

  private static double kept(Rows ofEngine, List<Double> shares) {
    return ofEngine.where(SHARE, shares.getLast()).medianOrNaN(RATE)
        / ofEngine.where(SHARE, shares.getFirst()).medianOrNaN(RATE);
  }

  private static List<Dot> wasted(Observations seen) {
    return seen.points().stream()
        .filter(Point::isEqual)
        .map(point ->
            Dot.of(point.at().orZero(SHARE), (double) point.requests() / point.records() - 1))
        .toList();
  }

  private static String paragraph(Observations seen, Rows rows) {
    var wasted = wasted(seen);
    return wasted.isEmpty()
        ? "Nothing was measured."
        : "Who waits for what and asks again when is decided in the core, so that what is asked is"
            + " the same to the URL; an engine can only be faster or slower at it. Where most pages"
            + " fail first, %s requests a page are made in vain. Rounds: %s, medians; a crawl takes"
                .formatted(
                    Say.number(wasted.getLast().y()), Say.number(rows.numbers("round").size()))
            + " a second or two, of which the last retries, each after a wait, are a part.";
  }

  private static Table table(Rows rows) {
    var table =
        Table.of(
            "By faulty pages",
            "%",
            "engine",
            "pages/s",
            "retries",
            "CPU ms a page",
            "fetch p99, ms");
    for (double share : rows.numbers(SHARE)) {
      for (var engine : rows.engines()) {
        var here = rows.where(SHARE, share).engine(engine);
        table =
            table.row(
                Say.number(share),
                "`" + engine + "`",
                Say.spread(here.spread(RATE)),
                Say.number(here.median("retries")),
                Say.number(here.median("cpu_ms_per_page")),
                Say.number(here.median("fetch_p99_ms")));
      }
    }
    return table;
  }
}
