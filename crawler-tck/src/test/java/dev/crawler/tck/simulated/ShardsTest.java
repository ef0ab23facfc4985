package dev.crawler.tck.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.RecordFields;
import dev.crawler.core.session.Reserve;
import dev.crawler.tck.server.PolitenessJudge;
import dev.crawler.tck.server.PolitenessJudge.Wire;
import dev.crawler.tck.site.Seeds;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import dev.crawler.tck.site.TruthJudge;
import java.io.IOException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShardsTest {
  static LongStream seeds() {
    return Seeds.usually(200);
  }

  @Tag("spec:G1")
  @Tag("spec:G7")
  @Tag("spec:P1")
  @ParameterizedTest(name = "-Dcrawler.seed={0}")
  @MethodSource("seeds")
  void cutIntoShardsACrawlIsTheSame(long seed) throws IOException, InterruptedException {
    isTheSame(seed, false);
  }

  @Tag("spec:G2")
  @Tag("spec:P1")
  @ParameterizedTest(name = "-Dcrawler.seed={0}")
  @MethodSource("seeds")
  void losingOwnersNowAndThenACrawlIsTheSame(long seed) throws IOException, InterruptedException {
    isTheSame(seed, true);
  }

  private static void isTheSame(long seed, boolean mortal)
      throws IOException, InterruptedException {
    var site = Site.of(seed, SitePlan.SMALL);
    var plan = SimulatedPlans.of(site, seed);
    var sink = new CollectedRecords();
    try (var run = SimulatedEngine.of(site, seed).start(plan, CrawlContext.of(sink))) {
      run.await();
    }
    var sharded = new ShardedCrawl(plan, site, seed, 1 + (int) (seed % 7), mortal, Reserve.NONE);

    var records = new CollectedRecords();
    sharded.run().forEach(records::write);

    assertThat(new TruthJudge(site.truth(plan), plan).complaints(records.records()))
        .as("-Dcrawler.seed=%d, %s", seed, plan)
        .isEmpty();
    if (plan.isLevelled()) {
      var fields = RecordFields.withoutVolatile();
      assertThat(records.sortedLines(fields))
          .as("-Dcrawler.seed=%d, %s", seed, plan)
          .isEqualTo(sink.sortedLines(fields));
    }
    if (!mortal) {
      assertThat(
              new PolitenessJudge(site, plan, Wire.SIMULATION).complaints(sharded.requests().all()))
          .as("-Dcrawler.seed=%d, %s", seed, plan)
          .isEmpty();
    }
  }
}
