package dev.crawler.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crawler.core.engine.CrawlFailedException;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordOutcome;
import dev.crawler.tck.hostile.Faults;
import dev.crawler.tck.hostile.HostileServer;
import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.site.Feature;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a run does when it is stopped, closed, or cannot write.
interface FailureContract extends EngineUnderTest {
  @Tag("spec:E4")
  @Test
  default void aSinkThatFailsEndsTheRunWithItsOwnException() throws Exception {
    try (var server = SiteServer.start(Site.of(41, SitePlan.SMALL))) {
      var plan = Plans.everything(server.seedUrls()).build();
      var full = new IOException("no space left");

      try (var run = engine().start(plan, Crawl.context(GatedSink.failing(7, full)))) {
        var completion = run.completion().toCompletableFuture();

        assertThatThrownBy(() -> completion.get(patience().toMillis(), TimeUnit.MILLISECONDS))
            .isInstanceOf(ExecutionException.class)
            .hasCause(full);
        assertThatThrownBy(run::await).isInstanceOf(CrawlFailedException.class).hasCause(full);
      }
    }
  }

  @Tag("spec:E5")
  @Test
  default void stoppingRecordsWhatWasQueuedAsCancelled() throws Exception {
    try (var server = SiteServer.start(Site.of(42, SitePlan.SMALL.pagesPerHost(200)))) {
      var plan = Plans.everything(server.seedUrls()).build();
      var sink = GatedSink.holding(20);

      try (var run = engine().start(plan, Crawl.context(sink))) {
        sink.awaitFull();
        run.stop();
        run.stop();
        sink.open();
        var report =
            run.completion()
                .toCompletableFuture()
                .get(patience().toMillis(), TimeUnit.MILLISECONDS);

        assertThat(report.stopped()).isTrue();
        assertThat(report.records()).isEqualTo(sink.records().size());
        assertThat(sink.records())
            .extracting(page -> String.valueOf(page.reason()))
            .contains("CANCELLED");
        assertThat(sink.records()).extracting(PageRecord::url).doesNotHaveDuplicates();
      }
    }
  }

  @Tag("spec:E6")
  @Test
  default void closingCancelsWhatIsInFlight() throws Exception {
    var silence = Faults.named("N21");
    try (var server = HostileServer.start(List.of(silence))) {
      var plan =
          Plans.everything(List.of(server.url(silence, "/")))
              .http(Plans.http(Duration.ofMinutes(5)))
              .build();
      var sink = new CollectedRecords();

      var run = engine().start(plan, Crawl.context(sink));
      server.awaitRequest(silence);
      long before = System.nanoTime();
      run.close();
      run.close();

      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
      assertThat(run.completion().toCompletableFuture()).isDone();
      assertThat(sink.records()).hasSizeLessThanOrEqualTo(1);
    }
  }

  @Tag("spec:E8")
  @Test
  default void aSilentHostHoldsUpNobodyElse() {
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
}
