package dev.crawler.cli.experiments.effort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.compare.result.Machine;
import dev.crawler.cli.experiments.finding.Finding;
import dev.crawler.cli.experiments.finding.Verdict;
import dev.crawler.cli.experiments.raw.Observations;
import dev.crawler.cli.experiments.raw.Row;
import dev.crawler.cli.experiments.raw.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EffortFindingsTest {
  @Test
  void countsInTheOrderThatWasSaidHoldIt() {
    var rows = new ArrayList<Row>();
    int lines = 0;
    for (var engine : List.of("virtual", "threads", "futures", "callbacks", "processes")) {
      lines += 100;
      rows.add(code(engine, lines, lines / 100));
    }
    rows.add(trace("virtual", "yes"));
    rows.add(trace("callbacks", "no"));

    var findings = EffortFindings.of(seen(rows)).findings();

    assertThat(findings)
        .extracting(Finding::verdict)
        .containsExactly(Verdict.HELD, Verdict.HELD, Verdict.HELD, Verdict.HELD, Verdict.FAILED);
    assertThat(findings.getFirst().evidence())
        .isEqualTo("virtual 100, threads 200, futures 300, callbacks 400 and processes 500.");
  }

  @Test
  void equalCountsAreNotInOrderAndAMissingEngineTellsNothing() {
    var equal = new ArrayList<Row>();
    for (var engine : List.of("virtual", "threads", "futures", "callbacks", "processes")) {
      equal.add(code(engine, 100, 1));
    }

    assertThat(EffortFindings.of(seen(equal)).findings().getFirst().verdict())
        .isEqualTo(Verdict.FAILED);
    assertThat(EffortFindings.of(seen(equal.subList(0, 4))).findings().getFirst().verdict())
        .isEqualTo(Verdict.UNTOLD);
  }

  private static Row code(String engine, int lines, int fields) {
    return Row.of("code")
        .with(Row.ENGINE, engine)
        .with("lines", lines)
        .with("mutable_fields", fields);
  }

  private static Row trace(String engine, String goesBack) {
    return Row.of("trace")
        .with(Row.ENGINE, engine)
        .with("goes_back", goesBack)
        .with("names_url", "no");
  }

  private static Observations seen(List<Row> rows) {
    return new Observations(
        "effort",
        Instant.EPOCH,
        "crawler experiments effort",
        new Machine(2, 1L << 30, "Linux", "a processor", "25", List.of(), 0),
        1,
        false,
        List.of(),
        new Rows(rows));
  }
}
