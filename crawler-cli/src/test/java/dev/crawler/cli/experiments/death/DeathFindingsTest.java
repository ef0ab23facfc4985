package dev.crawler.cli.experiments.death;

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

final class DeathFindingsTest {
  private static final Row GOOD =
      Row.of("death")
          .with(Row.ENGINE, "processes")
          .with("share", 0.5)
          .with("victim", "asker")
          .with("fetched_again", 3)
          .with("in_flight_at_most", 12)
          .with("first_host_ms", 1_600)
          .with("complaints", "");

  @Test
  void deathsThatCostNothingHoldWhatWasSaid() {
    var findings = DeathFindings.of(seen(GOOD, GOOD.with("share", 0.25)));

    assertThat(findings.verdict()).isEqualTo(Verdict.HELD);
    assertThat(findings.tables().getFirst().rows())
        .extracting(List::getFirst)
        .containsExactly("25 %", "50 %");
  }

  @Test
  void eachKindOfLossIsTold() {
    var findings =
        DeathFindings.of(
            seen(
                GOOD.with("lost", 1),
                GOOD.with("doubled", 1),
                GOOD.with("wrong", 1),
                GOOD.with("fetched_again", 13),
                GOOD.with("first_host_ms", 9_000),
                GOOD.with("complaints", "2 at once")));

    assertThat(findings.findings())
        .hasSize(6)
        .extracting(Finding::verdict)
        .containsOnly(Verdict.FAILED);
  }

  @Test
  void whereNothingWasLeftToAskForRecoveryIsNotTold() {
    var nothingLeft = Row.of("death").with("in_flight_at_most", 12);

    assertThat(DeathFindings.of(seen(nothingLeft)).verdict()).isEqualTo(Verdict.UNTOLD);
    assertThat(DeathFindings.of(seen()).verdict()).isEqualTo(Verdict.UNTOLD);
  }

  private static Observations seen(Row... rows) {
    return new Observations(
        "death",
        Instant.EPOCH,
        "crawler experiments death",
        new Machine(2, 1L << 30, "Linux", "a processor", "25", List.of(), 0),
        1,
        false,
        List.of(),
        new Rows(List.of(rows)));
  }
}
