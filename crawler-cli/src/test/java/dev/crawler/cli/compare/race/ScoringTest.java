package dev.crawler.cli.compare.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crawler.cli.compare.result.Comparison;
import dev.crawler.cli.compare.result.Difference;
import dev.crawler.cli.compare.result.EngineFigures;
import dev.crawler.cli.compare.result.EngineRun;
import dev.crawler.cli.compare.result.Limitation.Kind;
import dev.crawler.cli.compare.result.Machine;
import dev.crawler.cli.compare.result.Measures;
import dev.crawler.cli.compare.result.Proof;
import dev.crawler.cli.compare.result.Proof.Witness;
import dev.crawler.cli.compare.result.Quantity;
import dev.crawler.cli.compare.result.Setup;
import dev.crawler.cli.compare.result.Spread;
import dev.crawler.cli.compare.result.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class ScoringTest {
  private static final Proof PROVEN = new Proof(4, 100, "d", 120, Witness.SERVER, List.of());
  private static final Machine MACHINE = new Machine(2, 0, "s", "p", "j", List.of(), 0);

  @Test
  void theFastestComesFirstWithMediansAndRatios() {
    var figures =
        compare(
                PROVEN,
                run("serial", 1, 20, 0.5),
                run("virtual", 1, 90, 0.5),
                run("serial", 2, 30, 0.5),
                run("virtual", 2, 110, 0.5))
            .figures();

    assertThat(figures).extracting(EngineFigures::engine).containsExactly("virtual", "serial");
    var virtual = figures.getFirst();
    assertThat(virtual.of(Quantity.PAGES_PER_SECOND)).contains(new Spread(100, 90, 110));
    assertThat(virtual.toSerial()).hasValue(4);
    assertThat(virtual.toBest()).isEqualTo(1);
    assertThat(figures.getLast().toBest()).isEqualTo(0.25);
  }

  @Test
  void whatNotEveryRoundHasIsNoFigure() {
    var lagging = run("virtual", 1, 90, 0.5);
    var figures = compare(PROVEN, lagging, run("virtual", 2, 90, 0.5)).figures();

    assertThat(figures.getFirst().of(Quantity.LOOP_LAG_P99_MS)).isEmpty();
    assertThat(figures.getFirst().toSerial()).isEmpty();
  }

  @Test
  void coresThatAreAllBusyAreTheLimit() {
    var figures = compare(PROVEN, run("virtual", 1, 90, 1.9)).figures();

    assertThat(figures.getFirst().limit().kind()).isEqualTo(Kind.CPU);
  }

  @Test
  void spreadsThatOverlapAreSaidToTellNothing() {
    var comparison =
        compare(
            PROVEN,
            run("serial", 1, 90, 0.5),
            run("virtual", 1, 80, 0.5),
            run("serial", 2, 100, 0.5),
            run("virtual", 2, 95, 0.5));

    assertThat(comparison.cautions())
        .anyMatch(caution -> caution.contains("do not tell serial from virtual"));
  }

  @Test
  void headroomIsByRequestsOfTheFastest() {
    var headroom = compare(PROVEN, run("virtual", 1, 90, 0.5)).headroom();

    assertThat(headroom.orElseThrow().times()).isEqualTo(10);
    assertThat(headroom.orElseThrow().isEnough()).isTrue();
  }

  @Tag("spec:Q2")
  @Test
  void withoutTheProofThereAreNoFigures() {
    var difference =
        new Difference(Difference.Check.END, "virtual", 1, null, null, null, "virtual died");
    var failed = new Proof(2, 100, "d", 120, Witness.SERVER, List.of(difference));

    var comparison = compare(failed, run("serial", 1, 20, 0.5));

    assertThat(comparison.figures()).isEmpty();
    assertThat(comparison.headroom()).isEmpty();
    var figures = compare(PROVEN, run("serial", 1, 20, 0.5)).figures();
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Comparison(
                Instant.EPOCH,
                MACHINE,
                comparison.setup(),
                failed,
                comparison.headroom(),
                List.of(),
                figures,
                List.of()));
  }

  private static Comparison compare(Proof proof, EngineRun... runs) {
    var setup =
        new Setup(
            new Target.EmbeddedSite(1, 100, List.of()),
            List.of(),
            64,
            1,
            Duration.ofMillis(5),
            List.of("serial", "virtual"),
            2);
    return new Scoring(setup, MACHINE, OptionalDouble.of(1200))
        .of(Instant.EPOCH, proof, List.of(runs));
  }

  private static EngineRun run(String engine, int round, double pace, double cores) {
    var measured =
        Map.of(
            Quantity.PAGES_PER_SECOND, pace,
            Quantity.REQUESTS, 120.0,
            Quantity.CRAWL_MS, 1000.0,
            Quantity.CPU_CORES, cores,
            Quantity.PEAK_IN_FLIGHT, 6.0);
    return new EngineRun(engine, round, Measures.of(measured), List.of(), List.of());
  }
}
