package dev.crawler.cli.experiments.death;

import dev.crawler.cli.experiments.chart.Axis;
import dev.crawler.cli.experiments.chart.BarChart;
import dev.crawler.cli.experiments.finding.Finding;
import dev.crawler.cli.experiments.finding.Findings;
import dev.crawler.cli.experiments.finding.Say;
import dev.crawler.cli.experiments.finding.Table;
import dev.crawler.cli.experiments.raw.Observations;
import dev.crawler.cli.experiments.raw.Row;
import dev.crawler.cli.experiments.raw.Rows;
import java.util.Comparator;
import java.util.List;

/// What the rows of deaths come to.
final class DeathFindings {
  /// A killed process is known to be gone by its connections, soon; who takes over once waited for
  /// a lease of 1.5 s, which was in the hypothesis. The rest is for the ledger and the way of a
  /// request.
  private static final double EXPECTED_MILLIS = 2_500;

  private DeathFindings() {}

  static Findings of(Observations seen) {
    var rows = seen.rows().kind("death");
    if (rows.isEmpty()) {
      var untold = Finding.untold("No record is lost and none doubled", "Nobody was killed.");
      return new Findings(List.of(untold), "", List.of(), List.of());
    }
    return new Findings(
        List.of(
            isZero(rows, "No record is lost", "lost"),
            isZero(rows, "No record is doubled", "doubled"),
            isZero(rows, "All records are as those of one process", "wrong"),
            fetchesLittleAgain(rows),
            recoversInTime(rows),
            hasManners(rows)),
        paragraph(rows),
        List.of(chart(rows)),
        List.of(table(rows)));
  }

  private static Finding isZero(Rows rows, String clause, String name) {
    return Finding.of(
        clause,
        sum(rows, name) == 0,
        "%s in %d crawls.".formatted(Say.number(sum(rows, name)), rows.all().size()));
  }

  private static Finding fetchesLittleAgain(Rows rows) {
    var more =
        rows.all().stream()
            .anyMatch(row -> row.orZero("fetched_again") > row.orZero("in_flight_at_most"));
    return Finding.of(
        "At most what the victim had in flight is fetched again",
        !more,
        "%s pages a death, of %s that may be in flight."
            .formatted(
                Say.spread(rows.spread("fetched_again")),
                Say.number(rows.median("in_flight_at_most"))));
  }

  private static Finding recoversInTime(Rows rows) {
    var clause = "The victim's hosts are asked again after the time that the detector takes";
    var spread = rows.spread("first_host_ms");
    if (spread.isEmpty()) {
      return Finding.untold(clause, "No host of a victim had anything left to ask for.");
    }
    return Finding.of(
        clause,
        spread.get().max() <= EXPECTED_MILLIS,
        "The first of them after %s ms; no more than %s were expected."
            .formatted(Say.spread(spread), Say.number(EXPECTED_MILLIS)));
  }

  private static Finding hasManners(Rows rows) {
    var complaints = rows.texts("complaints");
    return Finding.of(
        "Nobody is rude, nothing is left behind, and the command ends well",
        complaints.isEmpty(),
        complaints.isEmpty()
            ? "No complaint in %d crawls.".formatted(rows.all().size())
            : complaints.getFirst());
  }

  private static String paragraph(Rows rows) {
    return """
    A site of some hundred pages is crawled by three workers; one of them is killed by `kill -9` \
    when the site has been asked for a certain number of times, the one that asked or another, \
    within the request or some milliseconds later; %d such points lie evenly over the crawl. \
    Lost, doubled and wrong records are told by comparing with the records of one process, \
    byte for byte; what was fetched again, and when the victim's hosts were asked again, by the \
    log of the site, which knows which process asked. Some points come before the victim has \
    asked any host, or after its hosts are done: there is nothing to recover then. A process \
    that is killed closes its connections, so its death is known at once; one that is frozen \
    or cut off is given up after five seconds, which is not measured here.\
    """
        .formatted(rows.all().size());
  }

  private static BarChart chart(Rows rows) {
    var chart =
        BarChart.of(
            "recovery",
            "From the death to the first request to a host of the victim",
            Axis.linear("ms"));
    for (var row : byShare(rows)) {
      if (row.number("first_host_ms").isPresent()) {
        chart =
            chart.bar("", "at " + Say.percent(row.orZero("share")), row.orZero("first_host_ms"));
      }
    }
    return chart;
  }

  private static Table table(Rows rows) {
    var table =
        Table.of(
            "Deaths",
            "at",
            "victim",
            "lost",
            "doubled",
            "fetched again",
            "first host after, ms",
            "last host after, ms",
            "hosts");
    for (var row : byShare(rows)) {
      table =
          table.row(
              Say.percent(row.orZero("share")),
              row.text("victim"),
              Say.number(row.number("lost")),
              Say.number(row.number("doubled")),
              Say.number(row.number("fetched_again")),
              Say.number(row.number("first_host_ms")),
              Say.number(row.number("last_host_ms")),
              Say.number(row.number("hosts")));
    }
    return table;
  }

  private static List<Row> byShare(Rows rows) {
    return rows.all().stream()
        .sorted(Comparator.comparingDouble(row -> row.orZero("share")))
        .toList();
  }

  private static double sum(Rows rows, String name) {
    return rows.values(name).stream().mapToDouble(value -> value).sum();
  }
}
