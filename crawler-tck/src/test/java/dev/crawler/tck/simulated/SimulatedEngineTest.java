package dev.crawler.tck.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.tck.server.PolitenessJudge;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import dev.crawler.tck.site.TruthJudge;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
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
  @ParameterizedTest(name = "-Dcrawler.seed={0}")
  @MethodSource("seeds")
  void findsTheTruthPolitely(long seed) throws InterruptedException {
    var site = Site.of(seed, SitePlan.SMALL);
    var plan = plan(site, new SplittableRandom(seed));
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

  private static CrawlPlan plan(Site site, SplittableRandom random) {
    var depths =
        new Depth[] {Depth.SEEDS, new Depth(1), new Depth(2), new Depth(4), Depth.UNLIMITED};
    var depth = depths[random.nextInt(depths.length)];
    var maxPages =
        random.nextInt(3) == 0 ? OptionalLong.of(1 + random.nextInt(60)) : OptionalLong.empty();
    return CrawlPlan.of(site.seedUrls())
        .depth(depth)
        .scope(random.nextInt(4) == 0 ? ScopeKind.ANY : ScopeKind.HOST)
        .limits(
            new Limits(
                1 + random.nextInt(20),
                maxPages,
                OptionalInt.empty(),
                random.nextInt(12),
                2,
                Duration.ofMillis(100)))
        .politeness(
            new Politeness(
                1 + random.nextInt(2),
                Duration.ofMillis(random.nextInt(3) * 100L),
                Duration.ofSeconds(60),
                random.nextInt(5) > 0))
        .allowPrivate(true)
        .randomSeed(random.nextLong())
        .build();
  }
}
