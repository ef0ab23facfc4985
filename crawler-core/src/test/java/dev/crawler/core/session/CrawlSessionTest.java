package dev.crawler.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.fetch.Pressure;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.plan.ScopeKind;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CrawlSessionTest {
  private static final Politeness FAST = new Politeness(1, Duration.ZERO, Duration.ZERO, false);

  private final ScriptedWeb web = new ScriptedWeb();

  @Test
  @Tag("spec:E1")
  void spellingsOfOneKeyAreFetchedOnce() {
    web.crawl(
        CrawlPlan.of("http://a/~x", "http://A:80/%7Ex", "http://a/%7ex?", "http://a/~x#f")
            .politeness(FAST)
            .build());

    assertThat(web.pages()).containsExactly("http://a/~x");
  }

  @Test
  @Tag("spec:U6")
  void aSeedThatIsNoUrlGetsARecordAndOnlyOne() {
    var plan = CrawlPlan.of("http://[", "http://[", "mailto:a@b", "http://a/").build();

    var report = web.crawl(plan);

    assertThat(web.exclusions())
        .extracting(Exclusion::reason)
        .containsExactlyInAnyOrder(ExclusionReason.INVALID_URL, ExclusionReason.UNSUPPORTED_SCHEME);
    assertThat(report.records()).isEqualTo(3);
  }

  @Test
  @Tag("spec:S5")
  void aSeedOutsideTheFilterIsRecordedAndNotFetched() {
    var plan =
        CrawlPlan.of("http://a/keep", "http://a/drop")
            .filter(List.of(), List.of("drop"))
            .politeness(FAST)
            .build();

    web.crawl(plan);

    assertThat(web.pages()).containsExactly("http://a/keep");
    assertThat(web.exclusions())
        .extracting(Exclusion::reason)
        .containsExactly(ExclusionReason.SCOPE);
  }

  @Test
  @Tag("spec:H5")
  void aFailedFetchIsTriedAgainAfterWaitsThatDouble() {
    web.answer(
        "http://a/",
        task ->
            task.lastAttempt()
                ? new Outcome.Ended(Pressure.NONE)
                : new Outcome.Retry(Pressure.NONE));

    var report = web.crawl(CrawlPlan.of("http://a/").politeness(FAST).build());

    assertThat(web.visits()).hasSize(3);
    assertThat(wait(0, 1)).isBetween(Duration.ofMillis(1_000), Duration.ofMillis(1_500));
    assertThat(wait(1, 2)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
    assertThat(report.retries()).isEqualTo(2);
    assertThat(report.records()).isEqualTo(1);
  }

  @Test
  @Tag("spec:A3")
  void credentialsGoToTheirOriginAloneAndNeverIntoTheUrl() {
    web.page("http://a/", "http://b/", "http://u:other@a/2");

    web.crawl(
        CrawlPlan.of("http://us%65r:pass@a/")
            .depth(Depth.UNLIMITED)
            .scope(ScopeKind.ANY)
            .politeness(FAST)
            .build());

    assertThat(web.visit("http://a/").task().authorization()).isEqualTo("Basic dXNlcjpwYXNz");
    assertThat(web.visit("http://b/").task().authorization()).isEmpty();
    assertThat(web.visit("http://a/").task()).asString().doesNotContain("pass");
  }

  @Test
  @Tag("spec:A1")
  void onlyWhatTheUserNamedMayBePrivate() {
    web.page("http://127.0.0.1/", "http://10.0.0.1/", "http://127.0.0.1/2", "http://127.0.0.1:81/");

    web.crawl(
        CrawlPlan.of("http://127.0.0.1/")
            .depth(Depth.UNLIMITED)
            .scope(ScopeKind.ANY)
            .politeness(FAST)
            .build());

    assertThat(web.visit("http://127.0.0.1/2").task().mayBePrivate()).isTrue();
    assertThat(web.visit("http://127.0.0.1:81/").task().mayBePrivate()).isFalse();
    assertThat(web.visit("http://10.0.0.1/").task().mayBePrivate()).isFalse();
  }

  @Test
  @Tag("spec:E5")
  void stoppingExcludesWhatIsQueuedAndLetsWhatIsInFlightEnd() {
    var plan = CrawlPlan.of("http://a/1", "http://a/2", "http://a/3").politeness(FAST).build();
    var session = CrawlSession.begin(plan, CrawlListener.NONE);
    var first = session.next(ScriptedWeb.START);

    session.stop();
    session.absorb(
        ((Step.Fetch) first).task(), ScriptedWeb.linking("http://a/4"), ScriptedWeb.START);
    var report = web.crawl(session);

    assertThat(web.visits()).isEmpty();
    assertThat(web.exclusions())
        .extracting(Exclusion::url, Exclusion::reason)
        .containsExactlyInAnyOrder(
            tuple("http://a/2", ExclusionReason.CANCELLED),
            tuple("http://a/3", ExclusionReason.CANCELLED));
    assertThat(report.records()).isEqualTo(3);
    assertThat(report.stopped()).isTrue();
  }

  @Test
  @Tag("spec:E5")
  void whatWouldBeTriedAgainIsRecordedWhenTheCrawlHasStopped() {
    var session =
        CrawlSession.begin(CrawlPlan.of("http://a/").politeness(FAST).build(), CrawlListener.NONE);
    var first = session.next(ScriptedWeb.START);

    session.stop();
    session.absorb(
        ((Step.Fetch) first).task(), new Outcome.Retry(Pressure.NONE), ScriptedWeb.START);
    var report = web.crawl(session);

    assertThat(web.exclusions())
        .extracting(Exclusion::url, Exclusion::reason)
        .containsExactly(tuple("http://a/", ExclusionReason.CANCELLED));
    assertThat(report.records()).isEqualTo(1);
  }

  @Test
  @Tag("spec:P7")
  void noMoreExclusionsThanFetchesAreUnderWay() {
    var seeds = List.of("http://a/1", "http://a/2", "http://a/3", "http://a/4", "http://a/5");
    var two = new Limits(2, OptionalLong.empty(), OptionalInt.empty(), 10, 0, Duration.ofMillis(1));
    var plan = CrawlPlan.of(seeds).limits(two).politeness(FAST).build();
    var session = CrawlSession.begin(plan, CrawlListener.NONE);
    session.stop();

    var first = session.next(ScriptedWeb.START);
    var second = session.next(ScriptedWeb.START);
    var third = session.next(ScriptedWeb.START);

    assertThat(List.of(first, second)).allMatch(step -> step instanceof Step.Exclude);
    assertThat(third).isInstanceOf(Step.Await.class);
    session.settle(((Step.Exclude) first).exclusion());
    session.settle(((Step.Exclude) second).exclusion());
    assertThat(web.crawl(session).records()).isEqualTo(5);
  }

  private Duration wait(int first, int second) {
    return Duration.between(web.visits().get(first).end(), web.visits().get(second).start());
  }
}
