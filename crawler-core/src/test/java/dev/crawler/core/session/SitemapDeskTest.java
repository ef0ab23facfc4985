package dev.crawler.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FetchTask.Purpose;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.fetch.Pressure;
import dev.crawler.core.fetch.RobotsRules;
import dev.crawler.core.fetch.RobotsVerdict;
import dev.crawler.core.fetch.SitemapVerdict;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.CrawlPlanBuilder;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.plan.Sitemaps;
import dev.crawler.core.url.CrawlUrl;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitemapDeskTest {
  private final ScriptedWeb web = new ScriptedWeb();

  @Tag("spec:T1")
  @Test
  void aNamedSitemapsUrlOutsideThePatternsIsRecordedAndADiscoveredOnesIsNot() {
    web.answer("http://a/n.xml", listing("http://a/keep", "http://a/drop"));
    web.robots("http://b", naming("/d.xml"));
    web.answer("http://b/d.xml", listing("http://b/keep", "http://b/drop"));
    var plan =
        plan(new Sitemaps(List.of(CrawlUrl.of("http://a/n.xml")), true), "http://b/keep")
            .filter(List.of(), List.of("drop"));

    var report = web.crawl(plan.build());

    assertThat(web.pages()).containsExactlyInAnyOrder("http://a/keep", "http://b/keep");
    assertThat(web.exclusions())
        .extracting(Exclusion::url, Exclusion::reason)
        .containsExactly(tuple("http://a/drop", ExclusionReason.SCOPE));
    assertThat(report.outOfScope()).isEqualTo(1);
  }

  @Tag("spec:T4")
  @ParameterizedTest
  @ValueSource(ints = {0, 3, Integer.MAX_VALUE})
  void noPageIsFetchedBeforeTheLastSitemapIsSettled(int depth) {
    web.page("http://b/", "http://b/next").page("http://b/next");
    web.answer("http://a/s.xml", new Outcome.Sitemap(unavailable(), Pressure.NONE));
    web.latency("http://a/s.xml", Duration.ofSeconds(9));

    var plan = plan(new Sitemaps(List.of(CrawlUrl.of("http://a/s.xml")), false), "http://b/");
    var report = web.crawl(plan.depth(new Depth(depth)).build());

    var settled = web.visit("http://a/s.xml").end();
    assertThat(web.visits())
        .filteredOn(visit -> visit.task().purpose() == Purpose.PAGE)
        .isNotEmpty()
        .allMatch(visit -> !visit.start().isBefore(settled));
    assertThat(report.sitemaps().failed()).isEqualTo(1);
    assertThat(report.records()).isEqualTo(depth == 0 ? 1 : 2);
  }

  @Tag("spec:T5")
  @ParameterizedTest
  @ValueSource(strings = {"http://a/robots.txt", "http://b/robots.txt", "http://c/s.xml"})
  void whoVouchesDoesNotHangOnTiming(String slow) {
    web.robots("http://a", naming("http://c/s.xml")).robots("http://b", naming("http://c/s.xml"));
    web.answer("http://c/s.xml", listing("http://a/1", "http://b/1", "http://c/1", "http://d/1"));
    web.latency(slow, Duration.ofSeconds(5));
    web.page("http://a/").page("http://b/").page("http://a/1").page("http://b/1");

    var report = web.crawl(plan(new Sitemaps(List.of(), true), "http://a/", "http://b/").build());

    assertThat(web.pages())
        .containsExactlyInAnyOrder("http://a/", "http://b/", "http://a/1", "http://b/1");
    assertThat(report.sitemaps().foreign()).isEqualTo(1);
    assertThat(report.outOfScope()).isEqualTo(1);
  }

  @Tag("spec:T4")
  @Test
  void aSitemapThatFailsInPassingIsTriedAgainAfterTheDelay() {
    web.answer(
        "http://a/s.xml",
        task -> task.attempt() == 1 ? new Outcome.Retry(Pressure.NONE) : listing("http://a/1"));
    web.page("http://a/1");
    var gentle = new Politeness(1, Duration.ofSeconds(2), Duration.ofMinutes(1), true);

    var plan = plan(new Sitemaps(List.of(CrawlUrl.of("http://a/s.xml")), false));
    var _ = web.crawl(plan.politeness(gentle).build());

    assertThat(web.visits()).hasSize(4);
    for (int i = 1; i < 4; i++) {
      assertThat(web.visits().get(i).start())
          .isAfterOrEqualTo(web.visits().get(i - 1).end().plusSeconds(2));
    }
  }

  @Tag("spec:T4")
  @Test
  void stoppedWhileSitemapsAreReadItRecordsTheSeedsAsCancelled() {
    var plan =
        plan(new Sitemaps(List.of(CrawlUrl.of("http://a/s.xml")), true), "http://b/").build();
    var session = CrawlSession.begin(plan, CrawlListener.NONE);
    var _ = session.next(ScriptedWeb.START);

    session.stop();
    var step = session.next(ScriptedWeb.START);

    assertThat(step).isInstanceOf(Step.Exclude.class);
    assertThat(((Step.Exclude) step).exclusion().reason()).isEqualTo(ExclusionReason.CANCELLED);
  }

  @Tag("spec:T6")
  @Test
  void withoutRobotsTxtNothingCanBeDiscovered() {
    var plan = plan(new Sitemaps(List.of(), true), "http://a/");
    var rude = new Politeness(1, Duration.ZERO, Duration.ZERO, false);

    assertThatIllegalArgumentException().isThrownBy(() -> plan.politeness(rude).build());
  }

  private static CrawlPlanBuilder plan(Sitemaps sitemaps, String... seeds) {
    return CrawlPlan.of(seeds)
        .depth(Depth.UNLIMITED)
        .politeness(new Politeness(1, Duration.ZERO, Duration.ofMinutes(1), true))
        .sitemaps(sitemaps);
  }

  private static RobotsVerdict naming(String... sitemaps) {
    return new RobotsVerdict.Found(RobotsRules.ALLOW_ALL, List.of(sitemaps));
  }

  private static SitemapVerdict unavailable() {
    return new SitemapVerdict.Unavailable("status 404");
  }

  private static Outcome listing(String... pages) {
    var urls = Stream.of(pages).map(CrawlUrl::of).toList();
    return new Outcome.Sitemap(new SitemapVerdict.Listed(urls, List.of(), 0, false), Pressure.NONE);
  }
}
