package dev.crawler.tck.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.RecordFields;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The order in which answers come back changes nothing.
class DeterminismTest {
  private static final RecordFields STREAMED =
      RecordFields.of(List.of("url", "outcome", "reason", "status", "sha256", "links"));

  @Tag("spec:E2")
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 6})
  void aLevelledCrawlHasTheSameLinesInEveryOrder(int depth) throws InterruptedException {
    var site = Site.of(depth, SitePlan.SMALL.pagesPerHost(60));
    var plan = plan(site, new Depth(depth));
    var lines = lines(site, plan, 0, RecordFields.withoutVolatile());

    for (int seed = 1; seed < 20; seed++) {
      assertThat(lines(site, plan, seed, RecordFields.withoutVolatile()))
          .as("order %d", seed)
          .isEqualTo(lines);
    }
  }

  @Tag("spec:E2")
  @Test
  void theDemoHasTheSameLinesInEveryOrder() throws InterruptedException {
    var site = Site.demo();
    var plan = plan(site, Depth.UNLIMITED);
    var lines = lines(site, plan, 0, STREAMED);

    for (int seed = 1; seed < 10; seed++) {
      assertThat(lines(site, plan, seed, STREAMED)).as("order %d", seed).isEqualTo(lines);
    }
    assertThat(lines).hasSizeBetween(400, 700);
  }

  private static CrawlPlan plan(Site site, Depth depth) {
    return CrawlPlan.of(site.seedUrls()).depth(depth).allowPrivate(true).build();
  }

  private static List<String> lines(Site site, CrawlPlan plan, long seed, RecordFields fields)
      throws InterruptedException {
    var sink = new CollectedRecords();
    try (var run = SimulatedEngine.of(site, seed).start(plan, CrawlContext.of(sink))) {
      run.await();
    }
    return sink.sortedLines(fields);
  }
}
