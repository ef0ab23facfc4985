package dev.crawler.cli.experiments.trial;

import static dev.crawler.cli.experiments.trial.TailsExperiment.MILLIS;
import static dev.crawler.cli.experiments.trial.TailsExperiment.POISON;
import static dev.crawler.cli.experiments.trial.TailsExperiment.RATE;
import static dev.crawler.cli.experiments.trial.TailsExperiment.SAMPLE;

import dev.crawler.cli.experiments.chart.Axis;
import dev.crawler.cli.experiments.chart.LineChart;
import dev.crawler.cli.experiments.chart.LineChart.Dot;
import dev.crawler.cli.experiments.chart.Picture;
import dev.crawler.cli.experiments.finding.Finding;
import dev.crawler.cli.experiments.finding.Findings;
import dev.crawler.cli.experiments.finding.Say;
import dev.crawler.cli.experiments.finding.Table;
import dev.crawler.cli.experiments.lab.Lab;
import dev.crawler.cli.experiments.raw.Rows;
import java.util.ArrayList;
import java.util.List;

/// What the rows of `tails` show. *Immutable.*
///
/// @param rows crawls, and samples of the first round
record TailsFindings(Rows rows) {
  private static final String MEDIAN = "page_p50_ms";
  private static final String TAIL = "page_p999_ms";
  private static final double SAME = 1.05;

  /// How rare, and the quantity that tells it.
  private record Rank(double oneIn, String quantity) {}

  private static final List<Rank> RANKS =
      List.of(new Rank(2, MEDIAN), new Rank(100, "page_p99_ms"), new Rank(1_000, TAIL));

  Findings all() {
    return new Findings(
        List.of(bestMedian(), worstTail(0), worstTail(1)),
        paragraph(),
        List.of(percentiles(0), percentiles(1), victims()),
        List.of(table()));
  }

  private Rows crawls(int poison) {
    return rows.kind(Lab.CRAWL).where(POISON, poison);
  }

  private double of(int poison, boolean withLoop, String quantity, boolean isBest) {
    var crawls = crawls(poison);
    var medians =
        crawls.engines().stream()
            .filter(engine -> Plot.hasLoop(crawls, engine) == withLoop)
            .mapToDouble(engine -> crawls.engine(engine).medianOrNaN(quantity));
    return (isBest ? medians.min() : medians.max()).orElse(Double.NaN);
  }

  private Finding bestMedian() {
    var clause = "a loop has the best median";
    double loop = of(0, true, MEDIAN, true);
    double other = of(0, false, MEDIAN, true);
    return judged(
        clause,
        other,
        loop,
        "Without poison the best median with a loop is %s ms, without one %s ms"
            .formatted(Say.number(loop), Say.number(other)));
  }

  private Finding worstTail(int poison) {
    var clause = "and the worst tail " + (poison == 0 ? "without" : "with") + " a poison page";
    double loop = of(poison, true, TAIL, false);
    double other = of(poison, false, TAIL, false);
    return judged(
        clause,
        loop,
        other,
        "The worst p99.9 with a loop is %s ms, without one %s ms"
            .formatted(Say.number(loop), Say.number(other)));
  }

  /// Holds where the first is more.
  private static Finding judged(String clause, double more, double less, String evidence) {
    if (!Double.isFinite(more) || !Double.isFinite(less)) {
      return Finding.untold(clause, "There is no engine of one of the kinds.");
    }
    return more < SAME * less && less < SAME * more
        ? Finding.untold(clause, evidence + ": within 5 %.")
        : Finding.of(clause, more > less, evidence + ".");
  }

  private String paragraph() {
    var crawls = crawls(1);
    var lost =
        crawls.engines().stream()
            .map(engine ->
                "`%s` %s"
                    .formatted(
                        engine,
                        Say.percent(
                            1
                                - crawls.engine(engine).medianOrNaN(RATE)
                                    / crawls(0).engine(engine).medianOrNaN(RATE))))
            .toList();
    return "A page's time is from the start of its fetch to its record, so that waiting for a"
        + " parser"
        + " is in it. A page takes %s ms of CPU here, and waits 20 ms. The poison page is the first"
            .formatted(Say.number(crawls(0).median("cpu_ms_per_page")))
        + " of the list; with it the crawl as a whole loses of its pace: "
        + Say.list(lost)
        + ". No engine handles pages on its loop; the engines with a loop have a parser for each"
        + " processor, two here, of which the poison page holds one: that halves what is left for"
        + " the others, where threads share two cores as the system likes. With more cores a"
        + " smaller part would be lost.";
  }

  private Picture percentiles(int poison) {
    var crawls = crawls(poison);
    var chart =
        LineChart.of(
            poison == 0 ? "pages" : "poison",
            "Page times " + (poison == 0 ? "without" : "with") + " a poison page",
            Axis.log("one page in so many takes longer"),
            Axis.log("ms"));
    for (var engine : crawls.engines()) {
      var dots = new ArrayList<Dot>();
      for (var rank : RANKS) {
        crawls
            .engine(engine)
            .spread(rank.quantity())
            .ifPresent(
                some -> dots.add(new Dot(rank.oneIn(), some.median(), some.min(), some.max())));
      }
      chart = chart.line(engine, dots);
    }
    return chart;
  }

  private Picture victims() {
    var chart =
        LineChart.of(
            "victims",
            "Pages a second over time, beside a poison page",
            Axis.linear("ms since the crawl began"),
            Axis.linear("pages/s, over the last second"));
    return Plot.lines(chart, rows.kind(SAMPLE).where(POISON, 1), MILLIS, RATE);
  }

  private Table table() {
    var table =
        Table.of(
            "Page times, in ms",
            "poison pages",
            "engine",
            "p50",
            "p99",
            "p99.9",
            "most",
            "pages/s",
            "loop lag p99");
    for (double poison : rows.kind(Lab.CRAWL).numbers(POISON)) {
      for (var engine : crawls((int) poison).engines()) {
        var here = crawls((int) poison).engine(engine);
        table =
            table.row(
                Say.number(poison),
                "`" + engine + "`",
                Say.spread(here.spread(MEDIAN)),
                Say.spread(here.spread("page_p99_ms")),
                Say.spread(here.spread(TAIL)),
                Say.number(here.median("page_max_ms")),
                Say.spread(here.spread(RATE)),
                Say.number(here.median("loop_lag_p99_ms")));
      }
    }
    return table;
  }
}
