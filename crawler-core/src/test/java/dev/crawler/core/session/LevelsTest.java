package dev.crawler.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.plan.ScopeKind;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LevelsTest {
  private static final Politeness FAST = new Politeness(1, Duration.ZERO, Duration.ZERO, false);

  private final ScriptedWeb web = new ScriptedWeb();

  @Test
  @Tag("spec:D2")
  void aPageFirstFoundByTheLongerWayHasTheDepthOfTheShorter() {
    web.page("http://a/", "http://b/slow", "http://c/fast");
    web.latency("http://b/slow", Duration.ofSeconds(5));
    web.page("http://b/slow", "http://d/x");
    web.page("http://c/fast", "http://c/fast2").page("http://c/fast2", "http://d/x");
    web.page("http://d/x", "http://d/child");

    web.crawl(plan(3, "http://a/"));

    assertThat(web.visit("http://d/x").task().link().depth()).isEqualTo(2);
    assertThat(web.pages()).contains("http://d/child");
  }

  @Test
  @Tag("spec:D3")
  void aRedirectAddsNoDepthEvenWhenTheTargetIsFirstLinkedToFromAPage() {
    web.redirect("http://a/", "http://x/").latency("http://a/", Duration.ofSeconds(5));
    web.page("http://b/", "http://x/").page("http://x/", "http://x/child");

    web.crawl(plan(1, "http://a/", "http://b/"));

    assertThat(web.pages()).contains("http://x/child");
    assertThat(web.visit("http://x/").task().link().depth()).isZero();
  }

  @Test
  @Tag("spec:D4")
  void ofSeveralReferrersTheOneWithTheSmallestKeyIsNamed() {
    web.page("http://a/", "http://x/").latency("http://a/", Duration.ofSeconds(5));
    web.page("http://b/", "http://x/");

    web.crawl(plan(2, "http://b/", "http://a/"));

    assertThat(web.visit("http://x/").task().link().referrer()).hasToString("http://a/");
  }

  @Test
  @Tag("spec:L1")
  void maxPagesFallsOnTheSameUrlsWhateverIsQuick() {
    web.page("http://a/", "http://c/2", "http://b/9", "http://b/1");
    var limits =
        new Limits(8, OptionalLong.of(3), OptionalInt.empty(), 10, 0, Duration.ofSeconds(1));

    var report =
        web.crawl(
            CrawlPlan.of("http://a/")
                .depth(Depth.UNLIMITED)
                .scope(ScopeKind.ANY)
                .limits(limits)
                .politeness(FAST)
                .build());

    assertThat(web.pages()).containsExactly("http://a/", "http://b/1", "http://b/9");
    assertThat(report.overBudget()).isEqualTo(1);
    assertThat(report.records()).isEqualTo(3);
  }

  @Test
  @Tag("spec:L1")
  void aSeedBeyondMaxPagesStillGetsARecord() {
    var limits =
        new Limits(8, OptionalLong.of(1), OptionalInt.empty(), 10, 0, Duration.ofSeconds(1));

    web.crawl(CrawlPlan.of("http://b/", "http://a/").limits(limits).politeness(FAST).build());

    assertThat(web.pages()).containsExactly("http://a/");
    assertThat(web.exclusions())
        .extracting(Exclusion::reason)
        .containsExactly(ExclusionReason.PAGE_LIMIT);
  }

  @Test
  @Tag("spec:L2")
  void maxHostPagesExcludesWhatIsBeyond() {
    web.page("http://a/", "http://a/3", "http://a/1", "http://a/2", "http://b/1");
    var limits =
        new Limits(8, OptionalLong.empty(), OptionalInt.of(3), 10, 0, Duration.ofSeconds(1));

    web.crawl(
        CrawlPlan.of("http://a/")
            .depth(Depth.UNLIMITED)
            .scope(ScopeKind.ANY)
            .limits(limits)
            .politeness(FAST)
            .build());

    assertThat(web.pages())
        .containsExactlyInAnyOrder("http://a/", "http://a/1", "http://a/2", "http://b/1");
    assertThat(web.exclusions()).extracting(Exclusion::url).containsExactly("http://a/3");
  }

  private static CrawlPlan plan(int depth, String... seeds) {
    return CrawlPlan.of(seeds)
        .depth(new Depth(depth))
        .scope(ScopeKind.ANY)
        .politeness(FAST)
        .build();
  }
}
