package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.plan.SimHashing;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.RecordFields;
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
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every engine that is found records the same, to the byte. The contract compares each with what
/// is true; this compares them with each other, in every field that can be compared.
final class EnginesAgreeTest {
  private static final int ODD = 100;

  private static LongStream seeds() {
    return Seeds.usually(10);
  }

  @Tag("spec:E2")
  @Tag("promise:P13")
  @ParameterizedTest(name = "-Dcrawler.seed={0}")
  @MethodSource("seeds")
  void onSites(long seed) throws InterruptedException {
    try (var server = SiteServer.start(Site.of(seed, SitePlan.SMALL))) {
      var budget = seed % 3 == 0 ? OptionalLong.of(40) : OptionalLong.empty();
      var limits = new Limits(16, budget, OptionalInt.empty(), 10, 2, Duration.ofMillis(1));
      var plan =
          CrawlPlan.of(server.seedUrls())
              .depth(new Depth(100))
              .limits(limits)
              .simHashing(new SimHashing((int) (seed % 2)))
              .politeness(new Politeness(1, Duration.ZERO, Duration.ZERO, true))
              .build();
      var crawls = new ArrayList<EngineRecords>();

      for (var engine : Engines.ofOneProcess()) {
        server.forget();
        crawls.add(crawl(engine, plan));
      }

      EngineRecords.assertAgreement(crawls);
    }
  }

  /// A hundred answers that nobody thought of; `-Dcrawler.seed=N` plays the N-th hundred.
  @Tag("spec:E2")
  @ParameterizedTest(name = "-Dcrawler.seed={0}")
  @MethodSource("seeds")
  void onAnswersOfChance(long seed) throws InterruptedException {
    try (var server = OddServer.start()) {
      var urls = LongStream.range(seed * ODD, (seed + 1) * ODD).mapToObj(server::url).toList();
      var plan =
          CrawlPlan.of(urls)
              .limits(
                  new Limits(
                      32, OptionalLong.empty(), OptionalInt.empty(), 0, 0, Duration.ofMillis(1)))
              .politeness(new Politeness(32, Duration.ZERO, Duration.ZERO, false))
              .build();
      var crawls = new ArrayList<EngineRecords>();

      for (var engine : Engines.ofOneProcess()) {
        crawls.add(crawl(engine, plan));
      }

      EngineRecords.assertAgreement(crawls);
    }
  }

  @Test
  void aDifferenceIsTold() {
    var first = new EngineRecords("first", List.of("same", "one"));
    var second = new EngineRecords("second", List.of("same", "other"));

    assertThat(first.differences(first)).isEmpty();
    assertThat(first.differences(second))
        .containsExactly("first alone: one", "second alone: other");
  }

  private static EngineRecords crawl(CrawlEngine engine, CrawlPlan plan)
      throws InterruptedException {
    var records = new CollectedRecords();
    try (var run = engine.start(plan, CrawlContext.of(records))) {
      run.await();
    }
    return new EngineRecords(engine.name(), records.sortedLines(RecordFields.withoutVolatile()));
  }
}
