package dev.crawler.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.fetch.Pressure;
import dev.crawler.core.fetch.RobotsRules;
import dev.crawler.core.fetch.RobotsVerdict;
import dev.crawler.core.handle.RobotsLines;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.url.CrawlUrl;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RobotsTest {
  private final ScriptedWeb web = new ScriptedWeb();

  @Test
  @Tag("spec:R1")
  void robotsTxtComesBeforeTheFirstPageOfItsOriginAndOnce() {
    web.crawl(CrawlPlan.of("http://a/1", "http://a/2", "http://a:81/1", "https://a/1").build());

    for (var origin : new String[] {"http://a", "http://a:81", "https://a"}) {
      var asked = web.visits().stream().filter(v -> v.url().equals(origin + "/robots.txt"));
      assertThat(asked).hasSize(1);
      assertThat(web.visit(origin + "/robots.txt").end())
          .isBeforeOrEqualTo(web.visit(origin + "/1").start());
    }
  }

  @Test
  @Tag("spec:R2")
  void aDisallowedSeedIsNeverAskedFor() {
    web.robots("http://a", new RobotsVerdict.Found(disallowing("/secret")));

    web.crawl(CrawlPlan.of("http://a/secret", "http://a/open").build());

    assertThat(web.pages()).containsExactly("http://a/open");
    assertThat(web.exclusions())
        .extracting(Exclusion::url, Exclusion::reason)
        .containsExactly(tuple("http://a/secret", ExclusionReason.ROBOTS));
  }

  @Test
  @Tag("spec:R5")
  void nothingIsFetchedWhereRobotsTxtCannotBeHad() {
    web.answer(
        "http://a/robots.txt",
        task ->
            task.lastAttempt()
                ? new Outcome.Robots(new RobotsVerdict.Unavailable(), Pressure.NONE)
                : new Outcome.Retry(Pressure.NONE));

    var report = web.crawl(CrawlPlan.of("http://a/1", "http://a/2").build());

    assertThat(web.visits()).hasSize(3);
    assertThat(web.exclusions())
        .extracting(Exclusion::reason)
        .containsOnly(ExclusionReason.ROBOTS_UNAVAILABLE)
        .hasSize(2);
    assertThat(report.records()).isEqualTo(2);
  }

  @Test
  @Tag("spec:R4")
  void aRedirectedRobotsTxtBindsTheOriginItWasAskedForAndIsPoliteToTheOther() {
    web.robots("http://a", new RobotsVerdict.Moved(CrawlUrl.of("http://b/rules")));
    web.answer(
        "http://b/rules",
        new Outcome.Robots(new RobotsVerdict.Found(disallowing("/secret")), Pressure.NONE));
    web.latency("http://b/1", Duration.ofSeconds(3));

    web.crawl(CrawlPlan.of("http://a/secret", "http://b/1", "http://b/secret").build());

    assertThat(web.pages()).containsExactlyInAnyOrder("http://b/1", "http://b/secret");
    var other = web.visits().stream().filter(visit -> visit.url().startsWith("http://b/")).toList();
    for (int i = 1; i < other.size(); i++) {
      assertThat(other.get(i).start()).isAfterOrEqualTo(other.get(i - 1).end().plusMillis(250));
    }
  }

  @Test
  @Tag("spec:R4")
  void aRobotsTxtThatRedirectsForEverIsAsGoodAsNone() {
    web.robots("http://a", new RobotsVerdict.Moved(CrawlUrl.of("http://a/robots.txt")));
    var politeness = new Politeness(1, Duration.ZERO, Duration.ZERO, true);

    web.crawl(CrawlPlan.of("http://a/1").politeness(politeness).build());

    assertThat(web.pages()).containsExactly("http://a/1");
    assertThat(web.visits().size()).isBetween(7, 12);
  }

  @Test
  @Tag("spec:A2")
  void aForbiddenOriginExcludesItsPagesByAddress() {
    web.robots("http://a", new RobotsVerdict.Forbidden());

    web.crawl(CrawlPlan.of("http://a/1").build());

    assertThat(web.pages()).isEmpty();
    assertThat(web.exclusions())
        .extracting(Exclusion::reason)
        .containsExactly(ExclusionReason.ADDRESS);
  }

  @Test
  @Tag("spec:R5")
  void pagesOfAHostWithoutAnAddressFailLikeItsRobotsTxt() {
    web.robots("http://a", new RobotsVerdict.Unresolved());

    web.crawl(CrawlPlan.of("http://a/1").build());

    assertThat(web.pages()).isEmpty();
    assertThat(web.exclusions()).extracting(Exclusion::reason).containsExactly(FailureReason.DNS);
  }

  @Test
  @Tag("spec:R8")
  void rulesAreAskedForAgainAfterADay() {
    var origin = new OriginState(CrawlUrl.of("http://a/").origin());
    origin.decide(new OriginState.Robots.Known(RobotsRules.ALLOW_ALL), ScriptedWeb.START);

    assertThat(origin.robots(ScriptedWeb.START.plus(Duration.ofHours(24))))
        .isInstanceOf(OriginState.Robots.Known.class);
    assertThat(origin.robots(ScriptedWeb.START.plus(Duration.ofHours(25))))
        .isInstanceOf(OriginState.Robots.Unknown.class);
  }

  private static RobotsRules disallowing(String path) {
    return RobotsLines.read(List.of("disallow: " + path), Optional.empty());
  }
}
