package dev.crawler.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.tck.server.PolitenessJudge;
import dev.crawler.tck.server.PolitenessJudge.Wire;
import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.simulated.SimulatedEngine;
import dev.crawler.tck.site.Feature;
import dev.crawler.tck.site.Seeds;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import dev.crawler.tck.site.TruthJudge;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is recorded is the truth, and the same for every engine.
interface TruthContract extends EngineUnderTest {
  /// What the sites are made from.
  static LongStream seeds() {
    return Seeds.usually(50);
  }

  @Tag("promise:P1")
  @Tag("promise:P2")
  @Tag("promise:P14")
  @Tag("spec:E1")
  @Tag("spec:P8")
  @Tag("spec:R1")
  @Tag("spec:R2")
  @Tag("spec:R10")
  @Tag("spec:C2")
  @Tag("spec:C3")
  @ParameterizedTest(name = "-Dcrawler.seed={0}")
  @MethodSource("dev.crawler.tck.contract.TruthContract#seeds")
  default void recordsTheTruthAskingForNothingTwice(long seed) {
    try (var server = SiteServer.start(Site.of(seed, SitePlan.SMALL))) {
      var plan = Plans.anyOf(seed, server.seedUrls());

      var crawl = Crawl.of(this, plan);

      assertThat(new TruthJudge(server.site().truth(plan), plan).complaints(crawl.records()))
          .as("-Dcrawler.seed=%d, %s", seed, plan)
          .isEmpty();
      assertThat(
              new PolitenessJudge(server.site(), plan, Wire.SOCKETS)
                  .complaints(server.requests().all()))
          .as("-Dcrawler.seed=%d, %s", seed, plan)
          .isEmpty();
    }
  }

  @Tag("spec:E2")
  @Test
  default void recordsOfALevelledCrawlAreThoseOfTheSimulation() {
    try (var server = SiteServer.start(Site.of(101, SitePlan.SMALL.pagesPerHost(40)))) {
      assertSameAsSimulated(
          server.site(), Plans.everything(server.seedUrls()).depth(new Depth(5)).build());
    }
  }

  @Tag("spec:E2")
  @Test
  default void recordsOfAStreamingCrawlAreThoseOfTheSimulation() {
    var oneSpelling = SitePlan.SMALL.pagesPerHost(40).without(Feature.SPELLINGS);
    try (var server = SiteServer.start(Site.of(102, oneSpelling))) {
      assertSameAsSimulated(server.site(), Plans.everything(server.seedUrls()).build());
    }
  }

  private void assertSameAsSimulated(Site site, CrawlPlan plan) {
    var simulated = Crawl.of(SimulatedEngine.of(site, 1), plan, patience().toMillis());

    var crawl = Crawl.of(this, plan);

    assertThat(crawl.lines(plan)).isEqualTo(simulated.lines(plan)).hasSizeGreaterThan(50);
  }
}
