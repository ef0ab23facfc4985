package dev.crawler.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.tck.hostile.Faults;
import dev.crawler.tck.hostile.HostileServer;
import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.server.StallingServer;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// What a run has taken it gives back, however it ends.
interface ReleaseContract extends EngineUnderTest {
  /// Long enough for the busiest machine; what is wanted is a second.
  Duration MOMENT = Duration.ofSeconds(5);

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

      var run = start(plan, Crawl.context(sink));
      server.awaitRequest(silence);
      long before = System.nanoTime();
      run.close();
      run.close();

      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
      assertThat(run.completion().toCompletableFuture()).isDone();
      assertThat(sink.records()).hasSizeLessThanOrEqualTo(1);
    }
  }

  @Tag("promise:P15")
  @Tag("spec:E7")
  @Test
  default void manyRunsLeaveNothingBehind() throws Exception {
    int runs = Boolean.getBoolean("crawler.soak") ? 100 : 20;
    try (var server = SiteServer.start(Site.of(34, SitePlan.SMALL.hosts(2).pagesPerHost(6)))) {
      var plan = Plans.everything(server.seedUrls()).scope(ScopeKind.HOST).build();
      Crawl.of(this, plan);
      crawlInPart(plan);
      var before = Holdings.now();

      for (int run = 0; run < runs; run++) {
        if (run % 4 == 3) {
          crawlInPart(plan);
        } else {
          Crawl.of(this, plan);
        }
      }

      assertThat(before.surplus()).isEmpty();
    }
  }

  @Tag("spec:E7")
  @Test
  default void aRunThatHasEndedHoldsNothingThoughNobodyHasClosedIt() throws Exception {
    try (var server = SiteServer.start(Site.of(35, SitePlan.SMALL.hosts(2).pagesPerHost(6)))) {
      var plan = Plans.everything(server.seedUrls()).scope(ScopeKind.HOST).build();
      Crawl.of(this, plan);
      var before = Holdings.now();

      try (var run = start(plan, Crawl.context(new CollectedRecords()))) {
        run.completion().toCompletableFuture().get(patience().toMillis(), TimeUnit.MILLISECONDS);

        assertThat(before.surplus()).isEmpty();
      }
    }
  }

  @Tag("spec:E7")
  @Test
  default void seedsThatCannotBeReadOnLeaveNothingBehind() throws Exception {
    var cutOff = new UncheckedIOException(new IOException("the list ends too soon"));
    Iterable<String> seeds =
        () -> Stream.iterate("http://127.0.0.1/", _ -> broken(cutOff)).iterator();
    var before = Holdings.now();

    assertThatThrownBy(() ->
            engine().start(CrawlPlan.of(seeds).build(), Crawl.context(new CollectedRecords())))
        .isSameAs(cutOff);

    assertThat(before.surplus()).isEmpty();
  }

  private static String broken(RuntimeException fault) {
    throw fault;
  }

  @Tag("promise:P18")
  @Tag("spec:E12")
  @Test
  default void closingEndsAThousandExchangesAtOnce(TestReporter figures) throws Exception {
    int exchanges = Math.min(1000, fetchesInFlight());
    try (var server = StallingServer.start(50)) {
      var hearing = server.hearing();
      var run = start(stalled(server, exchanges), Crawl.context(new CollectedRecords()));
      assertThat(hearing.awaitAsked(reachedOf(exchanges), patience()))
          .as("all are in flight")
          .isTrue();

      long called = System.nanoTime();
      run.close();
      long returned = System.nanoTime();

      assertThat(hearing.awaitNobody(MOMENT)).as("all connections are closed").isTrue();
      var heard = Duration.ofNanos(hearing.lastHeardNanos() - called);
      var closed = Duration.ofNanos(hearing.lastClosedNanos() - called);
      figures.publishEntry(
          exchanges + " in flight",
          "close returned after %s, the last connection ended after %s, the last byte came after %s"
              .formatted(Duration.ofNanos(returned - called), closed, heard));
      assertThat(heard).isLessThan(MOMENT);
      assertThat(closed).isLessThan(MOMENT.plusNanos(returned - called));
    }
  }

  /// Closes the run as soon as it has written something.
  private void crawlInPart(CrawlPlan plan) throws Exception {
    var written = new CountDownLatch(1);
    var run = start(plan, Crawl.context(_ -> written.countDown()));
    assertThat(written.await(patience().toMillis(), TimeUnit.MILLISECONDS)).isTrue();
    run.close();
  }

  private static CrawlPlan stalled(StallingServer server, int exchanges) {
    return Plans.everything(server.urls(exchanges))
        .depth(Depth.SEEDS)
        .limits(Plans.limits(exchanges, OptionalLong.empty(), 10))
        .politeness(new Politeness(exchanges, Duration.ZERO, Duration.ZERO, false))
        .http(Plans.http(Duration.ofMinutes(5)))
        .build();
  }
}
