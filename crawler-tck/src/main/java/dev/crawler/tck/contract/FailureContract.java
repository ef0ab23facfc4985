package dev.crawler.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crawler.core.engine.CrawlFailedException;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.Sink;
import dev.crawler.core.session.ReserveException;
import dev.crawler.tck.fetcher.Peer;
import dev.crawler.tck.fetcher.ScriptedServer;
import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

      try (var run = start(plan, Crawl.context(GatedSink.failing(7, full)))) {
        var completion = run.completion().toCompletableFuture();

        assertThatThrownBy(() -> completion.get(patience().toMillis(), TimeUnit.MILLISECONDS))
            .isInstanceOf(ExecutionException.class)
            .hasCause(full);
        assertThatThrownBy(run::await).isInstanceOf(CrawlFailedException.class).hasCause(full);
      }
    }
  }

  @Tag("spec:F3")
  @Test
  default void aReserveThatIsFullEndsTheRunAndSaysWhy() throws Exception {
    Assumptions.assumeTrue(recordsAsItGoes(), "workers keep what waits in memory");
    try (var server = SiteServer.start(Site.of(41, SitePlan.SMALL.pagesPerHost(200)))) {
      var plan = Plans.everything(server.seedUrls()).build();
      var full = new IOException("no space left");
      var context = Crawl.context(new CollectedRecords()).with(new FullReserve(80, full));

      try (var run = start(plan, context)) {
        var completion = run.completion().toCompletableFuture();

        assertThatThrownBy(() -> completion.get(patience().toMillis(), TimeUnit.MILLISECONDS))
            .cause()
            .isInstanceOf(ReserveException.class)
            .hasCause(full);
      }
    }
  }

  @Tag("spec:E5")
  @Test
  default void stoppingRecordsWhatWasQueuedAsCancelled() throws Exception {
    Assumptions.assumeTrue(recordsAsItGoes(), "all records come at the end");
    try (var server = SiteServer.start(Site.of(42, SitePlan.SMALL.pagesPerHost(200)))) {
      var plan = Plans.everything(server.seedUrls()).build();
      var sink = GatedSink.holding(20);

      try (var run = start(plan, Crawl.context(sink))) {
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

  @Tag("spec:P7")
  @Tag("promise:P17")
  @Test
  default void aSinkThatTakesNothingMoreHoldsTheCrawlBack() throws Exception {
    Assumptions.assumeTrue(recordsAsItGoes(), "all records come at the end");
    int room = 20;
    int concurrency = 8;
    try (var site = ScriptedServer.playing(FailureContract::goOnForEver)) {
      var sink = GatedSink.holding(room);
      var plan =
          Plans.everything(List.of(site.url("/").href()))
              .limits(Plans.limits(concurrency, OptionalLong.empty(), 10))
              .politeness(new Politeness(concurrency, Duration.ZERO, Duration.ZERO, false))
              .build();

      try (var run = start(plan, Crawl.context(sink))) {
        sink.awaitFull();
        int asked = whenQuiet(site);
        run.stop();
        sink.open();

        assertThat(asked).isBetween(room, room + concurrency);
      }
    }
  }

  /// What a sink does to its thread is its own affair: the run goes on, or ends and says so.
  @Tag("spec:E14")
  @Test
  default void aSinkThatInterruptsItsThreadHangsNothing() throws Exception {
    Assumptions.assumeTrue(recordsAsItGoes(), "all records come at the end");
    try (var server = SiteServer.start(Site.of(41, SitePlan.SMALL.hosts(2)))) {
      var two = Plans.limits(2, OptionalLong.empty(), 10);
      var plan = Plans.everything(server.seedUrls()).limits(two).build();
      Sink sink = _ -> Thread.currentThread().interrupt();

      var end = Failing.endOf(engine(), plan, Crawl.context(sink), patience());

      assertThat(end).isIn(null, end instanceof InterruptedException ? end : null);
    }
  }

  /// Every page has ten links to pages that nobody has seen.
  private static void goOnForEver(Peer peer) throws IOException {
    while (peer.readRequest()) {
      var here = peer.lastPath();
      var links =
          IntStream.range(0, 10)
              .mapToObj(i -> "<a href=" + here + i + ">x</a>")
              .collect(Collectors.joining());
      peer.sendAnswer("200 OK\r\nContent-Type: text/html", links);
    }
  }

  /// How many requests there were when no more came for a while.
  private static int whenQuiet(ScriptedServer site) {
    int before = -1;
    int now = site.requests().size();
    while (now > before) {
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
      before = now;
      now = site.requests().size();
    }
    return now;
  }
}
