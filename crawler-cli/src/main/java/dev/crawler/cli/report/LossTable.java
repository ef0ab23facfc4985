package dev.crawler.cli.report;

import dev.crawler.cli.terminal.Notice;
import dev.crawler.cli.terminal.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a crawl did not get: sums by reason, then rows by host and reason, the greatest first.
/// *Immutable.*
///
/// @param sums of all, whether they have a row or not
/// @param rows the greatest
/// @param cut whether there were more rows than are kept
record LossTable(Map<Loss, Long> sums, List<LossRow> rows, boolean cut) {
  /// As many as a person reads on a terminal; a file has them all.
  private static final int SHOWN = 100;

  /// Copies the rows.
  LossTable {
    rows = List.copyOf(rows);
  }

  /// The table for standard error.
  List<Notice> notices() {
    var notices = new ArrayList<Notice>();
    sums.forEach((loss, count) -> notices.add(notice(loss, count)));
    if (sums.isEmpty()) {
      notices.add(Notice.info("report", "nothing was excluded or failed", Notice.Fields.NONE));
    }
    rows.stream().limit(SHOWN).map(this::notice).forEach(notices::add);
    more().forEach(line -> notices.add(Notice.info("report_cut", line, Notice.Fields.NONE)));
    return notices;
  }

  /// The table as lines, with every row that is kept.
  List<String> lines() {
    var lines = new ArrayList<String>();
    sums.forEach((loss, count) -> lines.add(line(loss, count)));
    rows.forEach(row -> lines.add(Printable.of(line(row))));
    if (cut) {
      lines.add(cutAt());
    }
    return lines;
  }

  private List<String> more() {
    var lines = new ArrayList<String>();
    if (rows.size() > SHOWN) {
      lines.add(
          "%d more rows are not shown; --report=FILE has them".formatted(rows.size() - SHOWN));
    }
    if (cut) {
      lines.add(cutAt());
    }
    return lines;
  }

  private String cutAt() {
    return "only about the %d greatest rows were kept; their counts may be too low, the sums are not"
        .formatted(rows.size());
  }

  private static String line(Loss loss, long count) {
    return "%8d  %-34s all hosts".formatted(count, loss);
  }

  private static String line(LossRow row) {
    return "%8d  %-34s %-30s such as %s"
        .formatted(
            row.count(), row.loss(), row.host().isEmpty() ? "no URL" : row.host(), row.example());
  }

  private static Notice notice(Loss loss, long count) {
    return Notice.info(
        "report_sum",
        line(loss, count),
        json -> {
          json.writeStringProperty("outcome", loss.outcome());
          json.writeStringProperty("reason", loss.reason());
          json.writeNumberProperty("count", count);
        });
  }

  private Notice notice(LossRow row) {
    return Notice.info(
        "report_row",
        line(row),
        json -> {
          json.writeStringProperty("outcome", row.loss().outcome());
          json.writeStringProperty("reason", row.loss().reason());
          json.writeStringProperty("host", row.host());
          json.writeNumberProperty("count", row.count());
          json.writeStringProperty("example", row.example());
        });
  }
}
