package dev.crawler.cli.experiments.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.compare.result.Machine;
import dev.crawler.cli.experiments.finding.Finding;
import dev.crawler.cli.experiments.finding.Verdict;
import dev.crawler.cli.experiments.raw.Observations;
import dev.crawler.cli.experiments.raw.Row;
import dev.crawler.cli.experiments.raw.Rows;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CancelFindingsTest {
  private static final Row GOOD =
      Row.of("cancel")
          .with(Row.ENGINE, "virtual")
          .with("last_connection_ms", 200)
          .with("threads_left", 0);

  @Test
  void aCrawlThatEndsAtOnceAndLeavesNothingIsWhatWasSaid() {
    assertThat(CancelFindings.of(seen(GOOD)).findings())
        .extracting(Finding::verdict)
        .containsExactly(Verdict.HELD, Verdict.HELD, Verdict.UNTOLD);
  }

  @Test
  void whatIsLateOrNeverEndsOrIsLeftIsTold() {
    var late = GOOD.with("last_connection_ms", 1_500).with("descriptors_left", 2);
    var never = Row.of("cancel").with(Row.ENGINE, "vertx");

    var findings = CancelFindings.of(seen(GOOD, late, never)).findings();

    assertThat(findings)
        .extracting(Finding::verdict)
        .containsExactly(Verdict.FAILED, Verdict.FAILED, Verdict.UNTOLD);
    assertThat(findings.getFirst().evidence()).contains("`virtual` and `vertx`");
  }

  @Test
  void withoutRowsNothingIsTold() {
    assertThat(CancelFindings.of(seen()).verdict()).isEqualTo(Verdict.UNTOLD);
  }

  private static Observations seen(Row... rows) {
    return new Observations(
        "cancel",
        Instant.EPOCH,
        "crawler experiments cancel",
        new Machine(2, 1L << 30, "Linux", "a processor", "25", List.of(), 0),
        1,
        false,
        List.of(),
        new Rows(List.of(rows)));
  }
}
