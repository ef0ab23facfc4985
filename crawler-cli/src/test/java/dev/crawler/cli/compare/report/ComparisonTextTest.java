package dev.crawler.cli.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.compare.result.Comparison;
import dev.crawler.cli.compare.result.Difference;
import dev.crawler.cli.compare.result.EngineFigures;
import dev.crawler.cli.compare.result.Headroom;
import dev.crawler.cli.compare.result.Limitation;
import dev.crawler.cli.compare.result.Machine;
import dev.crawler.cli.compare.result.Proof;
import dev.crawler.cli.compare.result.Proof.Witness;
import dev.crawler.cli.compare.result.Quantity;
import dev.crawler.cli.compare.result.Setup;
import dev.crawler.cli.compare.result.Spread;
import dev.crawler.cli.compare.result.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class ComparisonTextTest {
  private static final Difference LOST =
      new Difference(
          Difference.Check.RECORDS,
          "virtual",
          2,
          "serial",
          "http://h/",
          null,
          "virtual differs from serial at http://h/: no record, or one less");

  @Test
  void everyLineFitsATerminal() {
    var text = new ComparisonText(comparison(List.of())).text();

    assertThat(text.lines()).allMatch(line -> line.length() <= 80).hasSizeGreaterThan(20);
  }

  @Test
  void theProofComesFirstThenTheFiguresThenTheirLimits() {
    var text = new ComparisonText(comparison(List.of())).text();

    assertThat(text)
        .startsWith("The work was equal in 6 crawls: 2 engines, 3 rounds\n")
        .containsSubsequence(
            "records", "requests", "politeness", "pages/s", "What held it down", "concluded");
    assertThat(text).contains("virtual    123456 (98765-234567)");
  }

  @Tag("spec:Q2")
  @Test
  void whereTheProofFailsThereAreTheDifferencesAlone() {
    var text = new ComparisonText(comparison(List.of(LOST))).text();

    assertThat(text)
        .isEqualTo(
            """
            The work was NOT equal. There are no figures.
              - records, round 2: virtual differs from serial at http://h/: no record, or
                one less
            """);
  }

  private static Comparison comparison(List<Difference> differences) {
    var setup =
        new Setup(
            new Target.EmbeddedSite(12, 600, List.of()),
            List.of(),
            64,
            1,
            Duration.ofMillis(5),
            List.of("callbacks", "virtual"),
            3);
    var proof = new Proof(6, 612, "abc", 733, Witness.SERVER, differences);
    return new Comparison(
        Instant.EPOCH,
        new Machine(2, 0, "s", "p", "j", List.of(), 1),
        setup,
        proof,
        differences.isEmpty() ? Optional.of(new Headroom(4000.4, 12.34)) : Optional.empty(),
        List.of(),
        differences.isEmpty() ? List.of(figures("virtual"), figures("callbacks")) : List.of(),
        List.of("A sentence that is so long that it does not fit into one line of a terminal."));
  }

  private static EngineFigures figures(String engine) {
    var spreads = new EnumMap<Quantity, Spread>(Quantity.class);
    for (var quantity : Quantity.values()) {
      spreads.put(quantity, new Spread(1234.5, 987.6, 2345.6));
    }
    spreads.put(Quantity.PAGES_PER_SECOND, new Spread(123456, 98765, 234567));
    spreads.put(Quantity.PEAK_RESIDENT_BYTES, new Spread(1 << 30, 1 << 30, 1 << 30));
    var limit = new Limitation(Limitation.Kind.DELAY, "the delay, 99 % of the time");
    return new EngineFigures(engine, spreads, OptionalDouble.of(12.34), 0.5, limit);
  }
}
