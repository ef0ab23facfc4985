package dev.crawler.cli.experiments.cancel;

import dev.crawler.cli.experiments.chart.Axis;
import dev.crawler.cli.experiments.chart.BarChart;
import dev.crawler.cli.experiments.finding.Finding;
import dev.crawler.cli.experiments.finding.Findings;
import dev.crawler.cli.experiments.finding.Say;
import dev.crawler.cli.experiments.finding.Table;
import dev.crawler.cli.experiments.raw.Observations;
import dev.crawler.cli.experiments.raw.Row;
import dev.crawler.cli.experiments.raw.Rows;
import java.util.ArrayList;
import java.util.List;

/// What the rows of cancelled crawls come to.
final class CancelFindings {
  private static final double A_SECOND = 1_000;
  private static final String LAST = "last_connection_ms";
  private static final List<String> LEFT =
      List.of("threads_left", "descriptors_left", "processes_left");

  private CancelFindings() {}

  static Findings of(Observations seen) {
    var rows = seen.rows().kind("cancel");
    return new Findings(
        List.of(endsSoon(rows), leavesNothing(rows), isSimple()),
        paragraph(rows),
        rows.isEmpty() ? List.of() : List.of(chart(rows)),
        rows.isEmpty() ? List.of() : List.of(table(rows)));
  }

  private static Finding endsSoon(Rows rows) {
    var clause = "The last connection ends within a second of the call, in every engine";
    if (rows.isEmpty()) {
      return Finding.untold(clause, "Nothing was cancelled.");
    }
    var late = new ArrayList<String>();
    for (var row : rows.all()) {
      if (row.number(LAST).isEmpty() || row.orZero(LAST) > A_SECOND) {
        late.add(row.text(Row.ENGINE));
      }
    }
    var slowest = rows.values(LAST).stream().mapToDouble(ms -> ms).max().orElse(Double.NaN);
    return Finding.of(
        clause,
        late.isEmpty(),
        "The slowest of %d took %s ms%s."
            .formatted(
                rows.all().size(),
                Say.number(slowest),
                late.isEmpty()
                    ? ""
                    : "; later were " + Say.names(late.stream().distinct().toList())));
  }

  private static Finding leavesNothing(Rows rows) {
    var clause = "Nothing is left when the call returns: no thread, no socket, no process";
    if (rows.isEmpty()) {
      return Finding.untold(clause, "Nothing was cancelled.");
    }
    var leaky =
        rows.all().stream()
            .filter(row -> LEFT.stream().anyMatch(name -> row.orZero(name) > 0))
            .map(row -> row.text(Row.ENGINE))
            .distinct()
            .toList();
    return Finding.of(
        clause,
        leaky.isEmpty(),
        leaky.isEmpty()
            ? "Nothing was, in %d crawls.".formatted(rows.all().size())
            : "Something was left by %s; the table says what.".formatted(Say.names(leaky)));
  }

  private static Finding isSimple() {
    return Finding.untold(
        "With the blocking loop that is simplest, callbacks have the most to get right",
        "A clock does not tell how hard something is to get right: see `effort` for what there is"
            + " to write, and `mutation` for what can be got wrong.");
  }

  private static String paragraph(Rows rows) {
    return rows.isEmpty()
        ? ""
        : """
        The site holds every exchange open: half of them hear nothing, half a byte every two \
        seconds. When all are asked for, `close` is called: the second step of a Ctrl-C. Times \
        are counted from that call: until it returns, until the site has seen the last \
        connection end. `processes` has its fetches in two workers, of which four fifths at \
        least are in flight when it is cancelled; when its call returns the workers have ended, \
        too. What is left is counted when the call has just returned, without a grace.\
        """
            .strip();
  }

  private static BarChart chart(Rows rows) {
    var chart =
        BarChart.of(
            "end", "From the call of close to the end of the last connection", Axis.linear("ms"));
    for (var engine : rows.engines()) {
      var spread = rows.engine(engine).spread(LAST);
      if (spread.isPresent()) {
        var ms = spread.get();
        chart = chart.bar(new BarChart.Bar("", engine, ms.median(), ms.min(), ms.max()));
      }
    }
    return chart;
  }

  private static Table table(Rows rows) {
    var table =
        Table.of(
            "Cancelled crawls, median (least–most)",
            "engine",
            "in flight at least",
            "close returned, ms",
            "last byte heard, ms",
            "last connection ended, ms",
            "threads left",
            "descriptors left",
            "processes left");
    for (var engine : rows.engines()) {
      var some = rows.engine(engine);
      table =
          table.row(
              engine,
              Say.number(some.median("in_flight_at_least")),
              Say.spread(some.spread("close_returned_ms")),
              Say.spread(some.spread("last_byte_ms")),
              Say.spread(some.spread(LAST)),
              Say.spread(some.spread("threads_left")),
              Say.spread(some.spread("descriptors_left")),
              Say.spread(some.spread("processes_left")));
    }
    return table;
  }
}
