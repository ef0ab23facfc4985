package dev.crawler.cli.experiments.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.compare.result.Machine;
import dev.crawler.cli.experiments.finding.Finding;
import dev.crawler.cli.experiments.finding.Verdict;
import dev.crawler.cli.experiments.raw.Observations;
import dev.crawler.cli.experiments.raw.Rows;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MutationFindingsTest {
  @Test
  void eachMutantNoticedOnSoundEnginesIsAScoreOfAll() {
    var findings = MutationFindings.of(seen(sound(), mutant("a", MutationRow.Verdict.NOTICED, "")));

    assertThat(findings.verdict()).isEqualTo(Verdict.HELD);
  }

  @Test
  void whatSurvivesOrHangsIsListedWithWhoNoticesItElse() {
    var findings =
        MutationFindings.of(
            seen(
                sound(),
                mutant("a", MutationRow.Verdict.NOTICED, ""),
                mutant("b", MutationRow.Verdict.SURVIVED, "OwnTest#b"),
                mutant("c", MutationRow.Verdict.SURVIVED, ""),
                mutant("d", MutationRow.Verdict.HUNG, "")));

    assertThat(findings.findings())
        .extracting(Finding::verdict)
        .containsExactly(Verdict.FAILED, Verdict.HELD);
    assertThat(findings.findings().getFirst().evidence())
        .isEqualTo("1 of 4 mutants were noticed (25 %), 1 hung, 2 survived.");
    assertThat(findings.tables().getFirst().rows())
        .containsExactly(List.of("e", "4", "1", "1", "2", "1"));
    assertThat(findings.tables().getLast().rows())
        .extracting(List::getLast)
        .containsExactly("OwnTest#b", "nobody", "hangs in ATest#t");
  }

  @Test
  void whatIsNoJavaIsNoMutantAndAnUnsoundEngineIsTold() {
    var unsound = row("", MutationRow.Verdict.UNSOUND, "");

    var findings =
        MutationFindings.of(
            seen(
                unsound,
                mutant("a", MutationRow.Verdict.NOTICED, ""),
                mutant("b", MutationRow.Verdict.NOT_COMPILING, "")));

    assertThat(findings.findings())
        .extracting(Finding::verdict)
        .containsExactly(Verdict.HELD, Verdict.FAILED);
  }

  @Test
  void withoutRowsNothingIsTold() {
    assertThat(MutationFindings.of(seen()).verdict()).isEqualTo(Verdict.UNTOLD);
  }

  private static MutationRow sound() {
    return row("", MutationRow.Verdict.SOUND, "");
  }

  private static MutationRow mutant(String name, MutationRow.Verdict verdict, String own) {
    return row(name, verdict, own);
  }

  private static MutationRow row(String name, MutationRow.Verdict verdict, String own) {
    return new MutationRow("e", name, "E.java", "because", verdict, "ATest#t", own, 1, 2.5);
  }

  private static Observations seen(MutationRow... rows) {
    return new Observations(
        "mutation",
        Instant.EPOCH,
        "crawler experiments mutation",
        new Machine(2, 1L << 30, "Linux", "a processor", "25", List.of(), 0),
        1,
        false,
        List.of(),
        new Rows(Stream.of(rows).map(MutationRow::row).toList()));
  }
}
