package dev.crawler.tck.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.RecordFields;
import dev.crawler.tck.site.Seeds;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import dev.crawler.tck.site.TruthJudge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResumeTest {
  private static final int DEATHS = 5;

  @TempDir Path folder;

  static LongStream seeds() {
    return Seeds.usually(40);
  }

  @Tag("spec:J1")
  @Tag("spec:J2")
  @Tag("spec:P1")
  @ParameterizedTest(name = "-Dcrawler.seed={0}")
  @MethodSource("seeds")
  void dyingNowAndThenACrawlIsTheSame(long seed) throws IOException, InterruptedException {
    var site = Site.of(seed, SitePlan.SMALL);
    var plan = SimulatedPlans.of(site, seed);
    var undisturbed = new CollectedRecords();
    try (var run = SimulatedEngine.of(site, seed).start(plan, CrawlContext.of(undisturbed))) {
      run.await();
    }
    var crawl = new ResumedCrawl(plan, site, seed, folder);

    var records = crawl.run(DEATHS);

    assertThat(new TruthJudge(site.truth(plan), plan).complaints(records))
        .as("-Dcrawler.seed=%d, %s", seed, plan)
        .isEmpty();
    assertThat(crawl.sortedLines()).hasSize(records.size());
    if (plan.isLevelled()) {
      assertThat(crawl.sortedLines())
          .as("-Dcrawler.seed=%d, %s", seed, plan)
          .isEqualTo(undisturbed.sortedLines(RecordFields.withoutVolatile()));
    }
    assertThat(crawl.askedAgain()).as("-Dcrawler.seed=%d, %s", seed, plan).isEmpty();
  }
}
