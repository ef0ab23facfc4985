package dev.crawler.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.tck.fetcher.Peer;
import dev.crawler.tck.fetcher.ScriptedServer;
import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.site.Feature;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How a run begins and ends.
interface RunContract extends EngineUnderTest {
  /// Two seconds are promised; the rest is for a busy machine.
  Duration AT_ONCE = Duration.ofSeconds(10);

  @Tag("spec:E3")
  @Test
  default void anEmptyListEndsAtOnce() {
    var crawl = Crawl.of(this, Plans.everything(List.of()).build());

    assertThat(crawl.records()).isEmpty();
    assertThat(crawl.report().records()).isZero();
    assertThat(crawl.report().stopped()).isFalse();
  }

  @Tag("spec:E3")
  @Tag("promise:P9")
  @Test
  default void aCrawlDoesNotEndBeforeTheLastAnswerNorMuchLater() throws Exception {
    var lastAsked = new AtomicLong();
    try (var site = ScriptedServer.playing(peer -> tellLate(peer, lastAsked))) {
      var plan = Plans.everything(List.of(site.url("/").href(), site.url("/late").href())).build();

      var crawl = Crawl.of(this, plan);
      long ended = System.nanoTime();

      assertThat(crawl.records())
          .extracting(page -> page.url().substring(page.url().lastIndexOf('/')))
          .containsExactlyInAnyOrder("/", "/late", "/last");
      assertThat(Duration.ofNanos(ended - lastAsked.get())).isLessThan(AT_ONCE);
    }
  }

  /// One page is quick and leads nowhere, the other is late and leads on.
  private static void tellLate(Peer peer, AtomicLong lastAsked)
      throws IOException, InterruptedException {
    while (peer.readRequest()) {
      lastAsked.set(System.nanoTime());
      boolean late = peer.lastPath().equals("/late");
      if (late) {
        Thread.sleep(1_000); // long after all else is quiet
      }
      peer.sendAnswer("200 OK\r\nContent-Type: text/html", late ? "<a href=/last>on</a>" : "<p>");
    }
  }

  @Tag("spec:E3")
  @Tag("spec:E10")
  @Test
  default void theReportAgreesWithRecordsAndServer() {
    var sound = SitePlan.SMALL.without(Feature.TRANSIENT_FAULTS); // a replay is no request of ours
    try (var server = SiteServer.start(Site.of(31, sound))) {
      var plan = Plans.everything(server.seedUrls()).build();

      var crawl = Crawl.of(this, plan);

      var asked = server.requests().all();
      assertThat(crawl.report().records()).isEqualTo(crawl.records().size());
      assertThat(crawl.report().requests()).isEqualTo(asked.size());
      assertThat(crawl.report().robotsFetches())
          .isEqualTo(asked.stream().filter(one -> server.site().isRobots(one.place())).count());
    }
  }

  @Tag("spec:E9")
  @Test
  default void runsSideBySideDoNotMix() throws Exception {
    try (var first = SiteServer.start(Site.of(32, SitePlan.SMALL));
        var second = SiteServer.start(Site.of(33, SitePlan.SMALL))) {
      var engine = engine();
      var sink = new CollectedRecords();
      var plan = Plans.everything(first.seedUrls()).build();
      var other = Plans.everything(second.seedUrls()).build();

      try (var run = new PatientRun(engine.start(plan, Crawl.context(sink)), patience())) {
        var crawl = Crawl.of(engine, other, patience().toMillis());
        run.completion().toCompletableFuture().get(patience().toMillis(), TimeUnit.MILLISECONDS);

        assertThat(keys(crawl.records())).isEqualTo(second.site().truth(other).records().keySet());
        assertThat(keys(sink.records())).isEqualTo(first.site().truth(plan).records().keySet());
      }
    }
  }

  private static Set<String> keys(List<PageRecord> pages) {
    var keys = new HashSet<String>();
    pages.forEach(page -> keys.add(CrawlUrl.of(page.url()).key()));
    return keys;
  }
}
