package dev.crawler.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.site.Feature;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How a run begins, ends, and leaves the machine behind.
interface RunContract extends EngineUnderTest {
  @Tag("spec:E3")
  @Test
  default void anEmptyListEndsAtOnce() {
    var crawl = Crawl.of(this, Plans.everything(List.of()).build());

    assertThat(crawl.records()).isEmpty();
    assertThat(crawl.report().records()).isZero();
    assertThat(crawl.report().stopped()).isFalse();
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

      try (var run = engine.start(plan, Crawl.context(sink))) {
        var crawl = Crawl.of(engine, other, patience().toMillis());
        run.completion().toCompletableFuture().get(patience().toMillis(), TimeUnit.MILLISECONDS);

        assertThat(keys(crawl.records())).isEqualTo(second.site().truth(other).records().keySet());
        assertThat(keys(sink.records())).isEqualTo(first.site().truth(plan).records().keySet());
      }
    }
  }

  @Tag("spec:E7")
  @Test
  default void twentyRunsLeaveNoThreadBehind() throws InterruptedException {
    try (var server = SiteServer.start(Site.of(34, SitePlan.SMALL.hosts(2).pagesPerHost(6)))) {
      var plan = Plans.everything(server.seedUrls()).scope(ScopeKind.HOST).build();
      Crawl.of(this, plan);
      var before = threads();

      for (int run = 0; run < 20; run++) {
        Crawl.of(this, plan);
      }

      assertNoThreadsBut(before);
    }
  }

  @Tag("spec:E7")
  @Test
  default void seedsThatCannotBeReadOnLeaveNoThreadBehind() throws InterruptedException {
    var cutOff = new UncheckedIOException(new IOException("the list ends too soon"));
    var plan = CrawlPlan.of(cutOffBy(cutOff)).build();
    var before = threads();

    assertThatThrownBy(() -> engine().start(plan, Crawl.context(new CollectedRecords())))
        .isSameAs(cutOff);

    assertNoThreadsBut(before);
  }

  /// One seed, then the exception.
  private static Iterable<String> cutOffBy(RuntimeException fault) {
    var seeds = List.of("http://127.0.0.1/", "");
    return () -> seeds.stream().map(seed -> readOrFail(seed, fault)).iterator();
  }

  private static String readOrFail(String seed, RuntimeException fault) {
    if (seed.isEmpty()) {
      throw fault;
    }
    return seed;
  }

  /// Threads that are about to end may take a while.
  private static void assertNoThreadsBut(Set<Thread> before) throws InterruptedException {
    var left = threads();
    left.removeAll(before);
    for (var thread : left) {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    }
    assertThat(left).filteredOn(Thread::isAlive).isEmpty();
  }

  /// Platform threads but those that the JDK keeps for virtual ones.
  private static Set<Thread> threads() {
    var threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeIf(thread -> thread.getName().startsWith("ForkJoinPool"));
    threads.removeIf(thread -> thread.getName().startsWith("VirtualThread"));
    threads.removeIf(thread -> thread.getName().endsWith("-Poller"));
    return threads;
  }

  private static Set<String> keys(List<PageRecord> pages) {
    var keys = new HashSet<String>();
    pages.forEach(page -> keys.add(CrawlUrl.of(page.url()).key()));
    return keys;
  }
}
