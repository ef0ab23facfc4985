package dev.crawler.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.record.PageRecord;
import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.site.Feature;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import dev.crawler.tck.site.TruthJudge;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Depth, budgets and addresses bound a crawl in the same way whatever is quick.
interface LimitsContract extends EngineUnderTest {
  @Tag("spec:D1")
  @Tag("spec:D2")
  @Tag("spec:D3")
  @Tag("spec:D4")
  @Test
  default void aDepthLimitHoldsAtTheTrueDistance() {
    try (var server = SiteServer.start(Site.of(11, SitePlan.SMALL.pagesPerHost(60)))) {
      var plan = Plans.everything(server.seedUrls()).depth(new Depth(3)).build();

      var crawl = Crawl.of(this, plan);

      assertTrue(server.site(), plan, crawl);
      assertThat(crawl.records()).extracting(PageRecord::depth).contains(3).allMatch(d -> d <= 3);
    }
  }

  @Tag("spec:L1")
  @Test
  default void maxPagesFallsOnTheSameUrlsInEveryRun() {
    try (var server = SiteServer.start(Site.of(12, SitePlan.SMALL))) {
      var limits = Plans.limits(16, OptionalLong.of(25), 10);
      var plan = Plans.everything(server.seedUrls()).limits(limits).build();

      var crawl = Crawl.of(this, plan);

      assertTrue(server.site(), plan, crawl);
      assertThat(crawl.report().overBudget()).isPositive();
    }
  }

  @Tag("spec:L2")
  @Test
  default void maxHostPagesBoundsEachHost() {
    var pages = SitePlan.SMALL.hosts(2).plain();
    try (var server = SiteServer.start(Site.of(13, pages))) {
      var limits =
          new Limits(8, OptionalLong.empty(), OptionalInt.of(5), 10, 2, Duration.ofMillis(1));
      var plan = Plans.everything(server.seedUrls()).limits(limits).build();

      var crawl = Crawl.of(this, plan);

      assertThat(crawl.records())
          .filteredOn(page -> page.reason() == ExclusionReason.HOST_LIMIT)
          .isNotEmpty();
      assertThat(crawl.records()).filteredOn(page -> page.status().isPresent()).hasSize(10);
    }
  }

  @Tag("spec:H2")
  @Tag("spec:L3")
  @Test
  default void trapsAndEndlessChainsAreRecordedAndNotFetched() {
    try (var server = SiteServer.start(Site.of(14, SitePlan.SMALL.pagesPerHost(80)))) {
      var limits = Plans.limits(16, OptionalLong.empty(), 3);
      var plan = Plans.everything(server.seedUrls()).limits(limits).build();

      var crawl = Crawl.of(this, plan);

      assertTrue(server.site(), plan, crawl);
      assertThat(crawl.records())
          .extracting(PageRecord::reason)
          .contains(ExclusionReason.TRAP, ExclusionReason.REDIRECT_LIMIT);
    }
  }

  @Tag("spec:A1")
  @Test
  default void aPrivateAddressIsReachedOnlyWhereASeedNamedIt() {
    var linked = SitePlan.SMALL.without(Feature.OUTSIDE, Feature.ROBOTS);
    try (var server = SiteServer.start(Site.of(15, linked))) {
      var seeds = server.seedUrls().subList(0, 1);
      var plan = Plans.everything(seeds).scope(ScopeKind.ANY).allowPrivate(false).build();

      var crawl = Crawl.of(this, plan);

      assertThat(server.requests().all()).allMatch(request -> request.place().host() == 0);
      assertThat(crawl.records())
          .filteredOn(page -> !page.url().startsWith(seeds.getFirst()))
          .isNotEmpty()
          .allMatch(page ->
              Set.of(ExclusionReason.ADDRESS, ExclusionReason.TRAP).contains(page.reason()));
    }
  }

  @Tag("spec:E3")
  @Tag("spec:U6")
  @Test
  default void everyInputTextGetsItsRecord() {
    var seeds = List.of("http://[::1", "ftp://127.0.0.1/", "http://a b/", "http://a b/");

    var crawl = Crawl.of(this, Plans.everything(seeds).build());

    assertThat(crawl.records())
        .extracting(page -> page.url() + " " + page.reason())
        .containsExactlyInAnyOrder(
            "http://[::1 INVALID_URL",
            "ftp://127.0.0.1/ UNSUPPORTED_SCHEME",
            "http://a b/ INVALID_URL");
  }

  private static void assertTrue(Site site, CrawlPlan plan, Crawl crawl) {
    assertThat(new TruthJudge(site.truth(plan), plan).complaints(crawl.records())).isEmpty();
  }
}
