package dev.crawler.cli.experiments.trial;

import static dev.crawler.cli.experiments.trial.MemoryExperiment.IN_FLIGHT;

import dev.crawler.cli.experiments.chart.Axis;
import dev.crawler.cli.experiments.chart.LineChart;
import dev.crawler.cli.experiments.chart.LineChart.Dot;
import dev.crawler.cli.experiments.chart.Picture;
import dev.crawler.cli.experiments.finding.Finding;
import dev.crawler.cli.experiments.finding.Findings;
import dev.crawler.cli.experiments.finding.Say;
import dev.crawler.cli.experiments.finding.Table;
import dev.crawler.cli.experiments.raw.Rows;
import java.util.ArrayList;
import java.util.List;

/// What the rows of `memory` show. *Immutable.*
///
/// @param rows crawls, each with a census
record MemoryFindings(Rows rows) {
  private static final String HEAP = "census_heap_bytes";
  private static final String ARRAYS = "census_byte_arrays_bytes";
  private static final String RESIDENT = "census_resident_bytes";
  private static final double KIB = 1024;
  private static final double HALF = 0.5;

  Findings all() {
    return new Findings(
        List.of(
            within("threads", 50, 100),
            within("virtual", 5, 15),
            within("callbacks", 2, 8),
            within("vertx", 2, 8),
            buffersDominate()),
        paragraph(),
        List.of(
            chart("heap", "Live heap by fetches in flight", HEAP),
            chart("resident", "Resident set by fetches in flight", RESIDENT)),
        List.of(table()));
  }

  private double slope(String engine, String what) {
    return Fit.of(rows.engine(engine), IN_FLIGHT, what).slope();
  }

  /// Heap, and what is beside it: the heap was touched before, so it is no part of the growth.
  private double both(String engine) {
    return slope(engine, HEAP) + slope(engine, RESIDENT);
  }

  private Finding within(String engine, double least, double most) {
    var clause =
        "`%s` takes %s to %s KB a fetch".formatted(engine, Say.number(least), Say.number(most));
    double kib = both(engine) / KIB;
    return Double.isFinite(kib)
        ? Finding.of(
            clause,
            kib >= least && kib <= most,
            "%s KiB: %s of heap and %s beside it."
                .formatted(
                    Say.number(kib),
                    Say.number(slope(engine, HEAP) / KIB),
                    Say.number(slope(engine, RESIDENT) / KIB)))
        : Finding.untold(clause, "It has not been measured at two places.");
  }

  private Finding buffersDominate() {
    var clause = "the client's buffers dominate";
    var shares = new ArrayList<Double>();
    var told = new ArrayList<String>();
    for (var engine : rows.engines()) {
      double share = slope(engine, ARRAYS) / slope(engine, HEAP);
      if (Double.isFinite(share)) {
        shares.add(share);
        told.add("`%s` %s".formatted(engine, Say.percent(share)));
      }
    }
    return shares.isEmpty()
        ? Finding.untold(clause, "It has not been measured at two places.")
        : Finding.of(
            clause,
            shares.stream().allMatch(share -> share > HALF),
            "Arrays of bytes, in which buffers are, and the texts of URLs too, are of the heap's"
                + " growth: "
                + Say.list(told)
                + ".");
  }

  private String paragraph() {
    return "Counted once in each crawl, after a full collection, while %s fetches were in flight and"
            .formatted(Say.list(rows.numbers(IN_FLIGHT).stream().map(Say::number).toList()))
        + " the site let all of them wait; the slope of the line through these places is what one"
        + " more takes, and what the JVM and the engine take without any is left out by it. The"
        + " resident set has stacks and buffers outside of the heap. A stack counts as far as it"
        + " was touched: its address space, a megabyte for each platform thread, is not in it, nor"
        + " are the kernel's buffers for a socket.";
  }

  private Picture chart(String name, String title, String what) {
    var chart = LineChart.of(name, title, Axis.linear("fetches in flight"), Axis.linear("MiB"));
    for (var engine : rows.engines()) {
      var dots =
          Plot.dots(rows.engine(engine), IN_FLIGHT, what).stream()
              .map(dot ->
                  new Dot(
                      dot.x(), dot.y() / KIB / KIB, dot.low() / KIB / KIB, dot.high() / KIB / KIB))
              .toList();
      chart = chart.line(engine, dots);
    }
    return chart;
  }

  private Table table() {
    var table =
        Table.of(
            "KiB for each fetch in flight, by the slope of a straight line",
            "engine",
            "heap",
            "of it arrays of bytes",
            "beside the heap",
            "together",
            "threads at the most");
    for (var engine : rows.engines()) {
      table =
          table.row(
              "`" + engine + "`",
              Say.number(slope(engine, HEAP) / KIB),
              Say.number(slope(engine, ARRAYS) / KIB),
              Say.number(slope(engine, RESIDENT) / KIB),
              Say.number(both(engine) / KIB),
              Say.number(
                  rows.engine(engine).values("threads").stream()
                      .mapToDouble(d -> d)
                      .max()
                      .orElse(Double.NaN)));
    }
    return table;
  }
}
