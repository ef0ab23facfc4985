package dev.crawler.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordOutcome;
import dev.crawler.tck.hostile.Faults;
import dev.crawler.tck.hostile.HostileServer;
import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.site.Feature;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What one host does is not the other hosts' concern, as far as an engine does more than one thing
/// at a time.
interface IsolationContract extends EngineUnderTest {
  @Tag("promise:P12")
  @Tag("spec:E8")
  @Test
  default void aSilentHostHoldsUpNobodyElse() {
    Assumptions.assumeTrue(recordsAsItGoes(), "all records come at the end");
    Assumptions.assumeTrue(fetchesInFlight() > 1, "one fetch at a time");
    var silence = Faults.named("N21");
    var pages = SitePlan.SMALL.hosts(3).without(Feature.TRANSIENT_FAULTS);
    try (var server = SiteServer.start(Site.of(43, pages));
        var hostile = HostileServer.start(List.of(silence))) {
      var seeds = new ArrayList<>(List.of(hostile.url(silence, "/")));
      seeds.addAll(server.seedUrls());
      var once =
          new Limits(16, OptionalLong.empty(), OptionalInt.empty(), 10, 0, Duration.ofMillis(1));
      var plan =
          Plans.everything(seeds).limits(once).http(Plans.http(Duration.ofSeconds(4))).build();

      var crawl = Crawl.of(this, plan);

      assertThat(crawl.records().getLast())
          .satisfies(page -> assertThat(page.url()).isEqualTo(seeds.getFirst()))
          .extracting(PageRecord::outcome)
          .isEqualTo(RecordOutcome.FAILED);
      assertThat(crawl.records()).hasSizeGreaterThan(50);
    }
  }

  @Tag("spec:E11")
  @Test
  default void aPageThatBurnsTheProcessorHoldsUpNoOtherHost() throws Exception {
    Assumptions.assumeTrue(recordsAsItGoes(), "all records come at the end");
    Assumptions.assumeTrue(fetchesInFlight() > 1, "one page at a time: it stands still meanwhile");
    try (var server = SiteServer.start(Site.of(44, SitePlan.SMALL.plain()))) {
      var poison = server.seedUrls().getFirst();
      var site = Plans.everything(server.seedUrls()).build();
      var urls = List.copyOf(server.site().truth(site).records().keySet());
      int others = (int) urls.stream().filter(url -> !url.startsWith(poison)).count();
      var sink = new PoisonedSink(poison, others, patience().dividedBy(6));

      var plan = Plans.everything(urls).depth(Depth.SEEDS).build();
      try (var run = start(plan, Crawl.context(sink))) {
        run.completion().toCompletableFuture().get(patience().toMillis(), TimeUnit.MILLISECONDS);
      }

      assertThat(others).isGreaterThan(20);
      assertThat(sink.meanwhile()).isEqualTo(others);
    }
  }
}
