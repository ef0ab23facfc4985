package dev.crawler.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.engine.WorkerProgress;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.tck.server.PolitenessJudge;
import dev.crawler.tck.server.PolitenessJudge.Wire;
import dev.crawler.tck.server.RequestLog;
import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.site.Feature;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import dev.crawler.tck.site.TruthJudge;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Hosts that change hands in the middle of a crawl.
class HandOverTest {
  private static final long PATIENCE_SECONDS = 90;

  private final CollectedRecords records = new CollectedRecords();

  @ParameterizedTest
  @ValueSource(ints = {3, Integer.MAX_VALUE})
  void aWorkerThatJoinsTakesHostsOverPolitely(int depth, @TempDir Path folder) throws Exception {
    try (var server = server();
        var cluster = InnerCluster.of(2, folder.resolve("cluster"));
        var run = cluster.crawl(plan(server, depth), records)) {
      awaitRequests(server, 60);
      cluster.add(3);
      await(run);

      assertSound(server, depth);
      assertThat(mostOftenAskedRobots(server)).isEqualTo(1);
      assertThat(run.workers()).extracting(WorkerProgress::name).contains("w3");
    }
  }

  @Tag("promise:P2")
  @ParameterizedTest
  @ValueSource(ints = {3, Integer.MAX_VALUE})
  void whatADeadWorkerHadTheOthersDo(int depth, @TempDir Path folder) throws Exception {
    try (var server = server();
        var cluster = InnerCluster.of(3, folder.resolve("cluster"));
        var run = cluster.crawl(plan(server, depth), records)) {
      awaitRequests(server, 60);
      cluster.kill();
      await(run);

      assertSound(server, depth);
      assertThat(mostOftenAskedRobots(server)).isLessThanOrEqualTo(2);
      assertThat(run.workers()).extracting(WorkerProgress::alive).containsOnlyOnce(false);
    }
  }

  @Test
  void twoWorkersCrawlSideBySide(@TempDir Path folder) throws Exception {
    try (var server = server();
        var cluster = InnerCluster.of(2, folder.resolve("cluster"));
        var run = cluster.crawl(plan(server, 3), records)) {
      await(run);

      assertSound(server, 3);
      assertThat(mostOftenAskedRobots(server)).isEqualTo(1);
      assertThat(run.workers()).allMatch(worker -> worker.progress().done() > 0);
    }
  }

  private void assertSound(SiteServer server, int depth) {
    var plan = plan(server, depth);
    assertThat(new TruthJudge(server.site().truth(plan), plan).complaints(records.records()))
        .isEmpty();
    assertThat(
            new PolitenessJudge(server.site(), plan, Wire.SOCKETS).manners(server.requests().all()))
        .isEmpty();
  }

  private static long mostOftenAskedRobots(SiteServer server) {
    return server.requests().all().stream()
        .filter(request -> server.site().isRobots(request.place()))
        .filter(RequestLog.Request::answered)
        .collect(Collectors.groupingBy(request -> request.place(), Collectors.counting()))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  private static SiteServer server() {
    return SiteServer.start(
        Site.of(51, SitePlan.SMALL.hosts(8).pagesPerHost(30).without(Feature.TRANSIENT_FAULTS)));
  }

  private static CrawlPlan plan(SiteServer server, int depth) {
    return CrawlPlan.of(server.seedUrls())
        .depth(depth == Integer.MAX_VALUE ? Depth.UNLIMITED : new Depth(depth))
        .limits(
            new Limits(16, OptionalLong.empty(), OptionalInt.empty(), 10, 2, Duration.ofMillis(10)))
        .politeness(new Politeness(1, Duration.ofMillis(60), Duration.ofSeconds(60), true))
        .allowPrivate(true)
        .build();
  }

  private static void awaitRequests(SiteServer server, int count) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (server.requests().all().size() < count && System.nanoTime() - until < 0) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    assertThat(server.requests().all()).hasSizeGreaterThanOrEqualTo(count);
  }

  private static void await(CrawlRun run) throws Exception {
    var _ = run.completion().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
