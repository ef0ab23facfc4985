package dev.crawler.cli.experiments.trial;

import dev.crawler.cli.compare.result.Machine;
import dev.crawler.cli.experiments.finding.Finding;
import dev.crawler.cli.experiments.finding.Findings;
import dev.crawler.cli.experiments.lab.Lab;
import dev.crawler.cli.experiments.raw.Observations;
import dev.crawler.cli.experiments.raw.Row;
import dev.crawler.cli.experiments.raw.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Rows that nobody measured. *Confined to one thread.*
final class Seen {
  private final List<Row> rows = new ArrayList<>();

  /// A crawl of an engine.
  Seen crawl(String engine, Row row) {
    rows.add(Row.of(Lab.CRAWL).with(Row.ENGINE, engine).with(row));
    return this;
  }

  Observations by(String experiment) {
    var machine = new Machine(2, 1L << 34, "Linux", "", "25", List.of(), 0);
    return new Observations(
        experiment,
        Instant.EPOCH,
        "crawler experiments",
        machine,
        1,
        false,
        List.of(),
        new Rows(rows));
  }

  /// The finding about a clause that begins so.
  static Finding about(Findings findings, String clause) {
    return findings.findings().stream()
        .filter(finding -> finding.clause().startsWith(clause))
        .findFirst()
        .orElseThrow();
  }
}
