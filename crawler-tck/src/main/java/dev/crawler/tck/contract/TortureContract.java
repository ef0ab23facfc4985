package dev.crawler.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.MonotonicClock;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.CrawlPlanBuilder;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.record.Archive;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.tck.torture.Countdown;
import dev.crawler.tck.torture.FragileSite;
import dev.crawler.tck.torture.Seam;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Fails the n-th call of each seam of a crawl, one n after the other: what comes of it is the same
/// records as if nothing had been, or an end that says why; never a hang, never a record lost or
/// written twice. A usual build tries a few n, the soak all that there are.
interface TortureContract extends EngineUnderTest {
  @Tag("promise:P16")
  @Tag("spec:E14")
  @ParameterizedTest
  @EnumSource
  default void aConnectionThatBreaksOnceChangesNoRecord(Seam seam) throws Exception {
    var undisturbed = Countdown.endless();
    var expected = lines(seam, undisturbed);
    var before = Holdings.now();

    for (int nth : Nth.upTo(undisturbed.calls())) {
      assertThat(lines(seam, Countdown.to(nth))).as("%s %d breaks", seam, nth).isEqualTo(expected);
    }

    assertThat(expected).hasSizeGreaterThan(15);
    assertThat(before.surplus()).isEmpty();
  }

  private List<String> lines(Seam seam, Countdown countdown) throws IOException {
    try (var site = FragileSite.start(seam, countdown)) {
      var plan = plan(site).build();
      return Crawl.of(this, plan).lines(plan).stream().map(site::portless).sorted().toList();
    }
  }

  private Holdings afterOneCrawl() throws IOException {
    var _ = lines(Seam.CONNECT, Countdown.endless());
    return Holdings.now();
  }

  private static CrawlPlanBuilder plan(FragileSite site) {
    return Plans.everything(site.seeds()).http(settings());
  }

  private static HttpSettings settings() {
    return Plans.http(Duration.ofSeconds(20));
  }

  @Tag("promise:P16")
  @Tag("spec:E14")
  @ParameterizedTest
  @EnumSource
  default void aSinkThatFailsAtAnyRecordEndsTheRunWithThat(Failing.With with) throws Exception {
    int records = lines(Seam.CONNECT, Countdown.endless()).size();
    var before = Holdings.now();

    for (int nth : Nth.upTo(records)) {
      try (var site = FragileSite.start(Seam.CONNECT, Countdown.endless())) {
        var failing = new Failing(with, Countdown.to(nth));

        var end = Failing.endOf(engine(), plan(site).build(), failing.context(), patience());

        assertThat(end).as("record %d, %s", nth, with).isSameAs(failing.thrown());
        assertThat(failing.urls()).doesNotHaveDuplicates();
      }
    }

    assertThat(before.surplus()).isEmpty();
  }

  @Tag("promise:P16")
  @Tag("spec:E14")
  @ParameterizedTest
  @EnumSource
  default void aLookUpThatFailsOnceCostsItsRecordsOrEndsTheRun(Failing.With with) throws Exception {
    var before = afterOneCrawl();

    for (int nth : Nth.upTo(12)) {
      try (var site = FragileSite.start(Seam.CONNECT, Countdown.endless())) {
        var failing = new Failing(with, Countdown.endless());
        NameResolver names = failing.names(Countdown.to(nth));
        var context = new CrawlContext(failing, CrawlListener.NONE, MonotonicClock.start(), names);

        var end = Failing.endOf(engine(), plan(site).build(), context, patience());

        assertThat(end).as("look-up %d, %s", nth, with).isIn(null, failing.thrown());
        assertThat(failing.urls()).doesNotHaveDuplicates();
        if (end == null) {
          assertThat(failing.urls()).containsAll(site.seeds());
        }
      }
    }

    assertThat(before.surplus()).isEmpty();
  }

  @Tag("promise:P16")
  @Tag("spec:E14")
  @ParameterizedTest
  @EnumSource
  default void anArchiveThatFailsAtAnyAnswerEndsTheRunWithThat(Failing.With with) throws Exception {
    Assumptions.assumeTrue(archives(), "this engine archives nothing");
    var before = afterOneCrawl();

    for (int nth : Nth.upTo(20)) {
      try (var site = FragileSite.start(Seam.CONNECT, Countdown.endless())) {
        var failing = new Failing(with, Countdown.endless());
        Archive archive = failing.archive(Countdown.to(nth));
        var context =
            new CrawlContext(
                failing, archive, CrawlListener.NONE, MonotonicClock.start(), new LiteralNames());
        var plan = plan(site).http(settings().keepingWire()).build();

        var end = Failing.endOf(engine(), plan, context, patience());

        assertThat(end).as("answer %d, %s", nth, with).isSameAs(failing.thrown());
        assertThat(failing.urls()).doesNotHaveDuplicates();
      }
    }

    assertThat(before.surplus()).isEmpty();
  }

  private boolean archives() {
    try {
      engine().requireAble(CrawlPlan.of("http://a/").http(settings().keepingWire()).build());
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// Which calls fail.
  final class Nth {
    private static final List<Integer> FEW = List.of(1, 5);

    private Nth() {}

    static List<Integer> upTo(int calls) {
      var all = new ArrayList<Integer>();
      IntStream.rangeClosed(1, calls)
          .filter(nth -> Boolean.getBoolean("crawler.soak") || FEW.contains(nth))
          .forEach(all::add);
      return all;
    }
  }
}
