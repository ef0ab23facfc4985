package dev.crawler.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.FetchTask.Purpose;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.fetch.Pressure;
import dev.crawler.core.fetch.RobotsRules;
import dev.crawler.core.fetch.RobotsVerdict;
import dev.crawler.core.fetch.SitemapVerdict;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Sitemaps;
import dev.crawler.core.url.CrawlUrl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PreludeTest {
  private static final Instant NOW = Instant.EPOCH.plusSeconds(1_000_000);

  private final CrawlPlan plan =
      CrawlPlan.of("http://u:p@a/x", "no url", "http://a/x")
          .sitemaps(new Sitemaps(List.of(CrawlUrl.of("http://b/s.xml")), false))
          .build();
  private final Prelude prelude = Prelude.begin(plan, CrawlListener.NONE);

  @Tag("spec:T4")
  @Test
  void itAsksForSitemapsAndWhatBindsThemAndForNoPage() {
    var asked = play();

    assertThat(asked)
        .extracting(task -> task.purpose() + " " + task.link().url().href())
        .containsExactly("ROBOTS http://b/robots.txt", "SITEMAP http://b/s.xml");
    assertThat(prelude.report().requests()).isEqualTo(2);
    assertThat(prelude.report().records()).isZero();
    assertThat(prelude.report().sitemaps().read()).isEqualTo(1);
  }

  @Tag("spec:T1")
  @Test
  void itsSeedsAreTheUsersAndThoseOfTheSitemaps() {
    play();

    assertThat(prelude.seeds())
        .containsExactlyInAnyOrder("http://a/x", "http://c/listed", "no url");
    assertThat(prelude.seeds()).isEmpty();
  }

  @Tag("spec:T7")
  @Test
  void theCharterReachesToListedPagesAndNamesTheUsersOriginsAlone() {
    play();

    assertThat(prelude.charter().places())
        .extracting(place -> place.url().href(), Charter.Place::named, Charter.Place::reached)
        .contains(
            tuple("http://u:p@a/", true, true),
            tuple("http://c/", false, true),
            tuple("http://b/", true, false));
    assertThat(prelude.charter().scope().admits(CrawlUrl.of("http://c/other"))).isTrue();
    assertThat(prelude.charter().scope().admits(CrawlUrl.of("http://b/other"))).isFalse();
  }

  @Tag("spec:R1")
  @Test
  void whatRobotsTxtSaidIsForTheShardsToKnow() {
    play();

    assertThat(prelude.manners(NOW))
        .filteredOn(manners -> manners.host().value().equals("b"))
        .singleElement()
        .satisfies(manners -> assertThat(manners.robots()).hasSize(1));
  }

  private List<FetchTask> play() {
    var asked = new ArrayList<FetchTask>();
    for (var now = NOW; ; now = now.plusSeconds(10)) {
      switch (prelude.next(now)) {
        case Step.Fetch(var task) -> {
          asked.add(task);
          prelude.absorb(task, outcome(task), now);
        }
        case Step.Exhausted() -> {
          return asked;
        }
        case Step.Pause _, Step.Await _, Step.Exclude _ -> assertThat(asked).hasSizeLessThan(9);
      }
    }
  }

  private static Outcome outcome(FetchTask task) {
    return task.purpose() == Purpose.ROBOTS
        ? new Outcome.Robots(new RobotsVerdict.Found(RobotsRules.ALLOW_ALL), Pressure.NONE)
        : new Outcome.Sitemap(
            new SitemapVerdict.Listed(List.of(CrawlUrl.of("http://c/listed")), List.of(), 0, false),
            Pressure.NONE);
  }
}
