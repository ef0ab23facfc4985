package dev.crawler.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.fetch.Pressure;
import dev.crawler.core.fetch.RobotsRules;
import dev.crawler.core.fetch.RobotsVerdict;
import dev.crawler.core.handle.RobotsLines;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PolitenessTest {
  private static final Duration DELAY = Duration.ofMillis(250);

  private final ScriptedWeb web = new ScriptedWeb();

  @Test
  @Tag("spec:P1")
  void theNextFetchOfAHostStartsADelayAfterTheEndOfTheLast() {
    var plan = CrawlPlan.of("http://a/1", "http://a/2", "http://a/3").build();

    web.crawl(plan);

    for (int i = 1; i < web.visits().size(); i++) {
      var gap = Duration.between(web.visits().get(i - 1).end(), web.visits().get(i).start());
      assertThat(gap).isEqualTo(DELAY);
    }
    assertThat(web.visits()).hasSize(4);
  }

  @Test
  @Tag("spec:P1")
  void withSeveralPerHostTheDelayRunsFromStartToStart() {
    var politeness = new Politeness(2, Duration.ofMillis(20), Duration.ofMinutes(1), false);
    web.latency("http://a/1", Duration.ofSeconds(1));
    web.latency("http://a/2", Duration.ofSeconds(1));

    web.crawl(
        CrawlPlan.of("http://a/1", "http://a/2", "http://a/3").politeness(politeness).build());

    assertThat(web.visit("http://a/2").start()).isEqualTo(ScriptedWeb.START.plusMillis(20));
    assertThat(web.visit("http://a/3").start()).isEqualTo(web.visit("http://a/1").end());
  }

  @Test
  @Tag("spec:P2")
  void hostsDoNotWaitForEachOther() {
    web.latency("http://a/1", Duration.ofSeconds(30));

    web.crawl(CrawlPlan.of("http://a/1", "http://b/1", "http://c/1").build());

    assertThat(web.visit("http://b/1").end()).isBefore(web.visit("http://a/1").end());
    assertThat(web.visit("http://c/1").end()).isBefore(web.visit("http://a/1").end());
  }

  @Test
  @Tag("spec:P3")
  void httpAndHttpsAndATrailingDotAreOneHost() {
    web.crawl(
        CrawlPlan.of("http://a.example/", "https://a.example/", "http://a.example./").build());

    for (int i = 1; i < web.visits().size(); i++) {
      assertThat(web.visits().get(i).start()).isEqualTo(web.visits().get(i - 1).end().plus(DELAY));
    }
    assertThat(web.visits()).hasSize(6);
  }

  @Test
  @Tag("spec:P4")
  void retryAfterPausesTheWholeHost() {
    var pause = new Pressure(Optional.of(Duration.ofSeconds(7)), true);
    web.answer("http://a/1", new Outcome.Ended(pause));

    web.crawl(CrawlPlan.of("http://a/1", "http://a/2").build());

    assertThat(web.visit("http://a/2").start())
        .isEqualTo(web.visit("http://a/1").end().plusSeconds(7));
  }

  @Test
  @Tag("spec:P5")
  void anOverloadedHostIsSlowedDownAndForgivenAfterQuiet() {
    web.answer("http://a/1", new Outcome.Ended(new Pressure(Optional.empty(), true)));
    web.page("http://a/2").page("http://a/3").page("http://a/4").page("http://a/5");

    web.crawl(
        CrawlPlan.of("http://a/1", "http://a/2", "http://a/3", "http://a/4", "http://a/5").build());

    assertThat(gapBefore("http://a/2")).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    assertThat(gapBefore("http://a/3")).isBetween(DELAY, gapBefore("http://a/2"));
    assertThat(gapBefore("http://a/5")).isEqualTo(DELAY);
  }

  @Test
  @Tag("spec:P5")
  void anErrorNeverShortensTheDelay() {
    web.answer("http://a/1", new Outcome.Ended(new Pressure(Optional.empty(), true)));
    web.answer("http://a/2", new Outcome.Ended(Pressure.NONE));

    web.crawl(CrawlPlan.of("http://a/1", "http://a/2", "http://a/3").build());

    assertThat(gapBefore("http://a/3")).isEqualTo(gapBefore("http://a/2"));
  }

  @Test
  @Tag("spec:P6")
  void crawlDelayIsHonouredUpToItsCap() {
    web.robots("http://a", new RobotsVerdict.Found(crawlDelay(Duration.ofSeconds(2))));
    web.robots("http://b", new RobotsVerdict.Found(crawlDelay(Duration.ofDays(365))));
    web.robots("http://c", new RobotsVerdict.Found(crawlDelay(Duration.ofMillis(1))));

    web.crawl(CrawlPlan.of("http://a/1", "http://b/1", "http://c/1").build());

    assertThat(gap("http://a/robots.txt", "http://a/1")).isEqualTo(Duration.ofSeconds(2));
    assertThat(gap("http://b/robots.txt", "http://b/1")).isEqualTo(Duration.ofMinutes(1));
    assertThat(gap("http://c/robots.txt", "http://c/1")).isEqualTo(DELAY);
  }

  @Test
  @Tag("spec:P7")
  void noMoreAreInFlightThanAllowed() {
    var limits =
        new Limits(2, OptionalLong.empty(), OptionalInt.empty(), 10, 0, Duration.ofSeconds(1));
    var politeness = new Politeness(1, Duration.ZERO, Duration.ZERO, false);

    web.crawl(
        CrawlPlan.of("http://a/", "http://b/", "http://c/", "http://d/")
            .limits(limits)
            .politeness(politeness)
            .build());

    for (var visit : web.visits()) {
      assertThat(
              web.visits().stream()
                  .filter(other -> !other.start().isAfter(visit.start()))
                  .filter(other -> other.end().isAfter(visit.start())))
          .hasSizeLessThanOrEqualTo(2);
    }
  }

  private Duration gapBefore(String url) {
    int index = web.visits().indexOf(web.visit(url));
    return Duration.between(web.visits().get(index - 1).end(), web.visits().get(index).start());
  }

  private Duration gap(String first, String second) {
    return Duration.between(web.visit(first).end(), web.visit(second).start());
  }

  private static RobotsRules crawlDelay(Duration delay) {
    return RobotsLines.read(List.of(), Optional.of(delay));
  }
}
