package dev.crawler.cli.compare.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// When one may be called the fastest.
@Tag("spec:Q12")
class VerdictTest {
  private static final ModelComparison SIX = ModelComparison.ofSix();

  @Test
  void oneThatIsAheadInEveryRoundIsTheWinner() {
    var comparison = SIX.spread(0.01).proven();

    var verdict = Verdict.of(comparison);

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Winner.class,
            winner -> {
              assertThat(winner.engine()).isEqualTo("virtual");
              assertThat(winner.next()).isEqualTo("callbacks");
              assertThat(winner.times()).isBetween(1.0, 1.1);
            });
  }

  @Test
  void enginesWhoseRoundsOverlapAreEqual() {
    var comparison = SIX.proven();

    var verdict = Verdict.of(comparison);

    assertThat(verdict).isEqualTo(new Verdict.Equal(List.of("callbacks", "virtual"), 3));
    assertThat(VerdictText.of(verdict).headline()).isEqualTo("callbacks and virtual are equal");
  }

  @Test
  void withoutTheProofNothingIsSaid() {
    var comparison = SIX.unproven("http://a/", "the titles differ");

    var verdict = Verdict.of(comparison);

    assertThat(verdict).isEqualTo(new Verdict.Unproven());
  }

  @Test
  void oneRoundNamesNoWinner() {
    var comparison = SIX.spread(0.01).rounds(1).proven();

    var verdict = Verdict.of(comparison);

    assertThat(verdict).isEqualTo(new Verdict.OneRound("virtual"));
  }

  @Test
  void aSiteThatServesTooLittleNamesNoWinner() {
    var comparison = SIX.spread(0.01).headroom(1.4).proven();

    var verdict = Verdict.of(comparison);

    assertThat(verdict).isEqualTo(new Verdict.SiteBound("virtual", 1.4));
  }

  @Test
  void whoRunsAloneDoesNotWin() {
    var comparison = SIX.only(SIX.engines().getFirst()).proven();

    var verdict = Verdict.of(comparison);

    assertThat(verdict).isEqualTo(new Verdict.Alone("serial"));
  }
}
