package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.CrawlPlanBuilder;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.RecordFields;
import dev.crawler.tck.hostile.Fault;
import dev.crawler.tck.hostile.Faults;
import dev.crawler.tck.hostile.HostileServer;
import dev.crawler.tck.odd.OddServer;
import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.site.Seeds;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every engine that is found records the same, to the byte. The contract compares each with what
/// is true; this compares them with each other, in every field that can be compared.
final class EnginesAgreeTest {
  private static final int ODD = 100;
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Duration HURRIED = Duration.ofSeconds(1);

  private static LongStream seeds() {
    return Seeds.usually(10);
  }

  private static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("pages", Faults.ofPages(), PATIENT, false),
        Arguments.of("pages that stall", Faults.ofStallingPages(), HURRIED, false),
        Arguments.of("robots.txt", Faults.ofRobots(), PATIENT, true),
        Arguments.of("robots.txt that stall", Faults.ofStallingRobots(), HURRIED, true));
  }

  @Tag("spec:E2")
  @ParameterizedTest(name = "-Dcrawler.seed={0}")
  @MethodSource("seeds")
  void onSites(long seed) throws InterruptedException {
    try (var server = SiteServer.start(Site.of(seed, SitePlan.SMALL))) {
      var budget = seed % 3 == 0 ? OptionalLong.of(40) : OptionalLong.empty();
      var limits = new Limits(16, budget, OptionalInt.empty(), 10, 2, Duration.ofMillis(1));
      var plan = plan(server.seedUrls(), PATIENT, true).depth(new Depth(100)).limits(limits);
      var crawls = new ArrayList<Records>();

      for (var engine : Engines.shipped()) {
        server.requests().clear();
        crawls.add(Records.of(engine, plan.build(), url -> true));
      }

      assertAgreement(crawls);
    }
  }

  @Tag("spec:E2")
  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void onHostsThatMisbehave(String kind, List<Fault> faults, Duration deadline, boolean robots)
      throws InterruptedException {
    try (var server = HostileServer.start(faults)) {
      var plan = plan(urls(server, faults), deadline, robots).scope(ScopeKind.ANY).build();
      var luck = faults.stream().filter(fault -> !fault.isCompared()).toList();
      var crawls = new ArrayList<Records>();

      for (var engine : Engines.shipped()) {
        server.forget();
        crawls.add(
            Records.of(
                engine,
                plan,
                url -> luck.stream().noneMatch(one -> url.startsWith(server.url(one, "/")))));
      }

      assertAgreement(crawls);
    }
  }

  /// A hundred answers that nobody thought of; `-Dcrawler.seed=N` plays the N-th hundred.
  @Tag("spec:E2")
  @ParameterizedTest(name = "-Dcrawler.seed={0}")
  @MethodSource("seeds")
  void onAnswersOfChance(long seed) throws InterruptedException {
    try (var server = OddServer.start()) {
      var urls = LongStream.range(seed * ODD, (seed + 1) * ODD).mapToObj(server::url).toList();
      var limits =
          new Limits(32, OptionalLong.empty(), OptionalInt.empty(), 0, 0, Duration.ofMillis(1));
      var politeness = new Politeness(32, Duration.ZERO, Duration.ZERO, false);
      var plan = plan(urls, PATIENT, false).limits(limits).politeness(politeness).build();
      var crawls = new ArrayList<Records>();

      for (var engine : Engines.shipped()) {
        crawls.add(Records.of(engine, plan, url -> true));
      }

      assertAgreement(crawls);
    }
  }

  @Test
  void aDifferenceIsTold() {
    var first = new Records("first", List.of("same", "one"));
    var second = new Records("second", List.of("same", "other"));

    assertThat(first.differences(first)).isEmpty();
    assertThat(first.differences(second))
        .containsExactly("first alone: one", "second alone: other");
  }

  private static void assertAgreement(List<Records> crawls) {
    var first = crawls.getFirst();
    assertThat(crawls).hasSizeGreaterThan(2);
    assertThat(first.lines()).hasSizeGreaterThan(3);
    assertThat(crawls).flatExtracting(first::differences).isEmpty();
  }

  private static List<String> urls(HostileServer server, List<Fault> faults) {
    return faults.stream()
        .flatMap(fault -> fault.seeds().stream().map(path -> server.url(fault, path)))
        .toList();
  }

  private static CrawlPlanBuilder plan(List<String> urls, Duration deadline, boolean robots) {
    var none = OptionalInt.empty();
    int retries = deadline.equals(HURRIED) ? 0 : 2;
    var usual = HttpSettings.DEFAULT;
    return CrawlPlan.of(urls)
        .limits(new Limits(64, OptionalLong.empty(), none, 10, retries, Duration.ofMillis(1)))
        .politeness(new Politeness(1, Duration.ZERO, Duration.ZERO, robots))
        .http(
            new HttpSettings(
                deadline.dividedBy(2),
                deadline,
                usual.maxBody(),
                usual.userAgent(),
                usual.headers(),
                true));
  }

  /// What an engine recorded. *Immutable.*
  ///
  /// @param lines sorted, without what differs from run to run
  private record Records(String engine, List<String> lines) {
    static Records of(CrawlEngine engine, CrawlPlan plan, Predicate<String> compared)
        throws InterruptedException {
      var records = new CollectedRecords();
      var context =
          CrawlContext.of(page -> {
            if (compared.test(page.url())) {
              records.write(page);
            }
          });
      try (var run = engine.start(plan, context)) {
        run.await();
      }
      return new Records(engine.name(), records.sortedLines(RecordFields.withoutVolatile()));
    }

    List<String> differences(Records other) {
      return Stream.concat(
              lacking(other).stream().map(line -> engine + " alone: " + line),
              other.lacking(this).stream().map(line -> other.engine + " alone: " + line))
          .toList();
    }

    private List<String> lacking(Records other) {
      var rest = new ArrayList<>(lines);
      other.lines.forEach(rest::remove);
      return rest;
    }
  }
}
