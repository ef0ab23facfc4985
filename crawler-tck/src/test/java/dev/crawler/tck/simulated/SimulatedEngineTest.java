package dev.crawler.tck.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.tck.server.PolitenessJudge;
import dev.crawler.tck.site.Expected;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import dev.crawler.tck.site.TruthJudge;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulatedEngineTest {
  /// Replay one with `-Dcrawler.seed=N`, try more with `-Dcrawler.seeds=N`.
  static LongStream seeds() {
    var replayed = Long.getLong("crawler.seed");
    return replayed == null
        ? LongStream.range(0, Long.getLong("crawler.seeds", 200))
        : LongStream.of(replayed);
  }

  @Tag("spec:E1")
  @Tag("spec:P1")
  @Tag("spec:L2")
  @ParameterizedTest(name = "-Dcrawler.seed={0}")
  @MethodSource("seeds")
  void findsTheTruthPolitely(long seed) throws InterruptedException {
    var site = Site.of(seed, SitePlan.SMALL);
    var plan = SimulatedPlans.of(site, seed);
    var engine = SimulatedEngine.of(site, seed);
    var sink = new CollectedRecords();

    try (var run = engine.start(plan, CrawlContext.of(sink))) {
      run.await();
    }

    assertThat(new TruthJudge(site.truth(plan), plan).complaints(sink.records()))
        .as("-Dcrawler.seed=%d, %s", seed, plan)
        .isEmpty();
    assertThat(new PolitenessJudge(site, plan).complaints(engine.requests().all()))
        .as("-Dcrawler.seed=%d, %s", seed, plan)
        .isEmpty();
  }

  @Tag("spec:E5")
  @ParameterizedTest(name = "-Dcrawler.seed={0}")
  @MethodSource("seeds")
  void stoppedAnywhereItRecordsPartOfTheTruthAndTheRestOfWhatItKnewAsCancelled(long seed)
      throws InterruptedException {
    var site = Site.of(seed, SitePlan.SMALL);
    var plan = SimulatedPlans.of(site, seed);
    var truth = site.truth(plan).records();
    var sink = new StoppingSink(1 + (int) (seed % 40));

    try (var run = SimulatedEngine.of(site, seed).start(plan, CrawlContext.of(sink))) {
      sink.stops(run);
      run.await();
    }

    var keys = sink.records().stream().map(page -> CrawlUrl.of(page.url()).key()).toList();
    assertThat(keys).as("-Dcrawler.seed=%d, %s", seed, plan).doesNotHaveDuplicates();
    assertThat(sink.records())
        .as("-Dcrawler.seed=%d, %s", seed, plan)
        .allSatisfy(page -> {
          if (page.reason() != ExclusionReason.CANCELLED) {
            var expected = truth.get(CrawlUrl.of(page.url()).key());
            assertThat(expected).extracting(Expected::outcome).isEqualTo(page.outcome());
          }
        });
  }
}
