package dev.crawler.cli.experiments.trial;

import static dev.crawler.cli.experiments.finding.Verdict.FAILED;
import static dev.crawler.cli.experiments.finding.Verdict.HELD;
import static dev.crawler.cli.experiments.finding.Verdict.UNTOLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.experiments.Experiment;
import dev.crawler.cli.experiments.Experiments;
import dev.crawler.cli.experiments.finding.Findings;
import dev.crawler.cli.experiments.finding.Verdict;
import dev.crawler.cli.experiments.raw.Row;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Verdicts are a function of the rows: other rows, other verdicts.
@Tag("spec:Q15")
final class VerdictsTest {
  static List<Experiment> experiments() {
    return Experiments.all();
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void withoutRowsNothingIsTold(Experiment experiment) {
    var findings = experiment.findings(new Seen().by(experiment.name()));

    assertThat(findings.verdict()).isEqualTo(UNTOLD);
    assertThat(findings.findings()).isNotEmpty().noneMatch(one -> one.verdict() == HELD);
  }

  @ParameterizedTest
  @CsvSource({"1000,1000,900,HELD", "1000,1000,500,FAILED"})
  void whileTheCpuIsIdleTheLineHolds(double pool, double virtual, double vertx, Verdict verdict) {
    var findings = little(0.5, pool, virtual, vertx);

    assertThat(Seen.about(findings, "on the line").verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "400,600,640,HELD,HELD",
    "800,600,640,FAILED,HELD",
    "600,600,640,UNTOLD,HELD",
    "400,600,700,HELD,FAILED",
    "1000,1000,1000,UNTOLD,HELD"
  })
  void thePoolBendsFirstAndTheOthersAreAlike(
      double pool, double virtual, double vertx, Verdict first, Verdict alike) {
    var findings = little(2, pool, virtual, vertx);

    assertThat(Seen.about(findings, "on the line").verdict()).isEqualTo(UNTOLD);
    assertThat(Seen.about(findings, "the pool").verdict()).isEqualTo(first);
    assertThat(Seen.about(findings, "the others").verdict()).isEqualTo(alike);
  }

  @Test
  void theSlopeIsWhatOneMoreTakes() {
    var seen = new Seen();
    for (int inFlight : new int[] {100, 200, 300}) {
      seen.crawl("threads", census(inFlight, 1e6 + 20_480.0 * inFlight, 5e7 + 61_440.0 * inFlight));
      seen.crawl("vertx", census(inFlight, 1e6 + 10_240.0 * inFlight, 5e7));
    }

    var findings = new MemoryExperiment().findings(seen.by("memory"));

    assertThat(Seen.about(findings, "`threads`").verdict()).isEqualTo(HELD);
    assertThat(Seen.about(findings, "`threads`").evidence()).startsWith("80 KiB: 20");
    assertThat(Seen.about(findings, "`vertx`").verdict()).isEqualTo(FAILED);
    assertThat(Seen.about(findings, "`virtual`").verdict()).isEqualTo(UNTOLD);
    assertThat(findings.verdict()).isEqualTo(FAILED);
  }

  @ParameterizedTest
  @CsvSource({"10,20,HELD", "20,10,FAILED", "10,10,UNTOLD"})
  void fewerSwitchesAreFewerOnlyWithoutOverlap(double virtual, double pool, Verdict verdict) {
    var seen = new Seen();
    for (double luck : new double[] {0.9, 1, 1.1}) {
      seen.crawl("virtual", Row.empty().with("voluntary_switches_per_page", virtual * luck));
      seen.crawl("threads", Row.empty().with("voluntary_switches_per_page", pool * luck));
    }

    var findings = new AllocationExperiment().findings(seen.by("allocation"));

    assertThat(findings.verdict()).isEqualTo(verdict);
  }

  private static Row census(int inFlight, double heap, double resident) {
    return Row.empty()
        .with(MemoryExperiment.IN_FLIGHT, inFlight)
        .with("census_heap_bytes", heap)
        .with("census_byte_arrays_bytes", heap / 4)
        .with("census_resident_bytes", resident);
  }

  /// At 10 ms with 10 in flight the line is at 1,000 pages/s.
  private static Findings little(double cores, double pool, double virtual, double vertx) {
    var seen = new Seen();
    seen.crawl("threads", place(cores, pool));
    seen.crawl("virtual", place(cores, virtual));
    seen.crawl("vertx", place(cores, vertx));
    return new LittleExperiment().findings(seen.by("little"));
  }

  private static Row place(double cores, double rate) {
    return Row.empty()
        .with(LittleExperiment.LATENCY, 10)
        .with(LittleExperiment.IN_FLIGHT, 10)
        .with("cpu_cores", cores)
        .with(LittleExperiment.RATE, rate);
  }
}
