package dev.crawler.tck.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.reserve.DiskReserve;
import dev.crawler.core.session.Reserve;
import dev.crawler.tck.site.Seeds;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// With next to nothing in memory, all is as it is in memory.
class ReserveTest {
  @TempDir Path folder;

  static LongStream seeds() {
    return Seeds.usually(60);
  }

  @Tag("spec:F2")
  @ParameterizedTest(name = "-Dcrawler.seed={0}")
  @MethodSource("seeds")
  void theRecordsAreTheSameInTheSameOrder(long seed) throws InterruptedException {
    try (var reserve = DiskReserve.in(folder, seed % 9)) {
      assertThat(crawl(seed, reserve, Integer.MAX_VALUE))
          .as("-Dcrawler.seed=%d", seed)
          .isEqualTo(crawl(seed, Reserve.NONE, Integer.MAX_VALUE));
    }
  }

  @Tag("spec:F2")
  @Tag("spec:E5")
  @ParameterizedTest(name = "-Dcrawler.seed={0}")
  @MethodSource("seeds")
  void stoppedAnywhereTheyAreTheSame(long seed) throws InterruptedException {
    int stop = 1 + (int) (seed % 40);
    try (var reserve = DiskReserve.in(folder, seed % 9)) {
      assertThat(crawl(seed, reserve, stop))
          .as("-Dcrawler.seed=%d", seed)
          .isEqualTo(crawl(seed, Reserve.NONE, stop));
    }
  }

  @Tag("spec:F2")
  @Tag("spec:G2")
  @ParameterizedTest(name = "-Dcrawler.seed={0}")
  @MethodSource("seeds")
  void inShardsTheyAreTheSame(long seed) throws IOException {
    try (var reserve = DiskReserve.in(folder, seed % 9)) {
      assertThat(sharded(seed, reserve))
          .as("-Dcrawler.seed=%d", seed)
          .isEqualTo(sharded(seed, Reserve.NONE));
    }
  }

  private static List<PageRecord> crawl(long seed, Reserve reserve, int stop)
      throws InterruptedException {
    var site = Site.of(seed, SitePlan.SMALL);
    var sink = new StoppingSink(stop);
    try (var run =
        SimulatedEngine.of(site, seed)
            .start(plan(site, seed), CrawlContext.of(sink).with(reserve))) {
      sink.stops(run);
      run.await();
    }
    return sink.records();
  }

  private static List<PageRecord> sharded(long seed, Reserve reserve) throws IOException {
    var site = Site.of(seed, SitePlan.SMALL);
    int count = 1 + (int) (seed % 7);
    return new ShardedCrawl(plan(site, seed), site, seed, count, true, reserve).run();
  }

  private static CrawlPlan plan(Site site, long seed) {
    return SimulatedPlans.of(site, seed);
  }
}
