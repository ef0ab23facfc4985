package dev.crawler.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crawler.core.engine.CrawlFailedException;
import dev.crawler.core.record.PageRecord;
import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
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
}
