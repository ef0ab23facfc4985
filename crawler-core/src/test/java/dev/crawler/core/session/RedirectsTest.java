package dev.crawler.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.plan.ScopeKind;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RedirectsTest {
  private static final Politeness FAST = new Politeness(1, Duration.ZERO, Duration.ZERO, false);

  private final ScriptedWeb web = new ScriptedWeb();

  @Test
  @Tag("spec:H2")
  void aChainEndsAfterTenHops() {
    chain(15);

    web.crawl(CrawlPlan.of("http://h0/").scope(ScopeKind.ANY).politeness(FAST).build());

    assertThat(web.pages()).hasSize(11).endsWith("http://h10/");
    assertThat(web.exclusions())
        .extracting(Exclusion::url, Exclusion::reason)
        .containsExactly(tuple("http://h11/", ExclusionReason.REDIRECT_LIMIT));
  }

  @Test
  @Tag("spec:H2")
  void enteringAChainInItsMiddleSavesItsEndThoughTheLongWayIsQuicker() {
    chain(15);
    web.page("http://seed/", "http://h0/", "http://late/");
    web.latency("http://late/", Duration.ofMinutes(1)).redirect("http://late/", "http://h8/");

    web.crawl(unlimited("http://seed/"));

    assertThat(web.pages()).contains("http://h15/");
    assertThat(web.exclusions()).isEmpty();
  }

  @Test
  @Tag("spec:H2")
  void aTargetBeyondTheLimitIsFetchedWhenItIsLinkedToElsewhere() {
    chain(11);
    web.page("http://seed/", "http://h0/", "http://late/");
    web.latency("http://late/", Duration.ofMinutes(1)).page("http://late/", "http://h11/");

    web.crawl(unlimited("http://seed/"));

    assertThat(web.pages()).contains("http://h11/");
    assertThat(web.exclusions()).isEmpty();
  }

  @Test
  @Tag("spec:H3")
  void aLoopAsksForEachUrlOnce() {
    web.redirect("http://a/", "http://b/").redirect("http://b/", "http://a/");

    web.crawl(unlimited("http://a/"));

    assertThat(web.pages()).containsExactly("http://a/", "http://b/");
  }

  @Test
  @Tag("spec:S4")
  void aRedirectOutOfScopeIsNotFollowed() {
    web.redirect("http://a/", "http://other/");

    var report = web.crawl(CrawlPlan.of("http://a/").politeness(FAST).build());

    assertThat(web.pages()).containsExactly("http://a/");
    assertThat(report.outOfScope()).isEqualTo(1);
  }

  private void chain(int length) {
    for (int i = 0; i < length; i++) {
      web.redirect("http://h" + i + "/", "http://h" + (i + 1) + "/");
    }
    web.page("http://h" + length + "/");
  }

  private static CrawlPlan unlimited(String seed) {
    return CrawlPlan.of(seed).depth(Depth.UNLIMITED).scope(ScopeKind.ANY).politeness(FAST).build();
  }
}
