package dev.crawler.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.engine.WorkerProgress;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.CrawlPlanBuilder;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.tck.fetcher.Peer;
import dev.crawler.tck.fetcher.ScriptedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the kit asks of engines that write as they go, asked of one that writes in the end: the
/// servers judge.
class ProcessesRunTest {
  private static final int PAGES = 60;
  private static final long PATIENCE_SECONDS = 60;

  private static InnerClusters clusters;

  private final CollectedRecords records = new CollectedRecords();

  @BeforeAll
  static void start(@TempDir Path folder) {
    clusters = new InnerClusters(2, folder);
  }

  @AfterAll
  static void end() {
    clusters.close();
  }

  @Tag("spec:E5")
  @Test
  void stoppingRecordsWhatWasQueuedAsCancelled() throws Exception {
    var asked = new CountDownLatch(5);
    var open = new CountDownLatch(1);
    try (var server = ScriptedServer.playing(peer -> serve(peer, asked, open))) {
      CrawlReport report;
      try (var run = clusters.engine().start(plan(server.url("/")).build(), context())) {
        await(asked);
        run.stop();
        run.stop();
        awaitNothingQueued(run);
        open.countDown();
        report = run.completion().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }

      assertThat(report.stopped()).isTrue();
      assertThat(report.records()).isEqualTo(records.records().size()).isEqualTo(PAGES + 1);
      assertThat(reasons()).contains("CANCELLED");
      assertThat(records.records()).extracting(PageRecord::url).doesNotHaveDuplicates();
    }
  }

  /// Workers hear of a stop with the next roll call.
  private static void awaitNothingQueued(CrawlRun run) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (run.progress().queued() > 0 && System.nanoTime() - until < 0) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  @Tag("spec:E6")
  @Test
  void afterCloseTheServersHearNothing() throws Exception {
    var asked = new CountDownLatch(5);
    try (var server = ScriptedServer.playing(peer -> serve(peer, asked, new CountDownLatch(1)))) {
      var run = clusters.engine().start(plan(server.url("/")).build(), context());
      await(asked);
      run.close();
      int before = server.requests().size();

      assertThat(run.completion().toCompletableFuture()).isCompleted();
      assertThat(reasons()).contains("CANCELLED");
      Thread.sleep(1_000); // long enough to be heard
      assertThat(server.requests()).hasSize(before);
    }
  }

  @Tag("spec:E8")
  @Tag("promise:P12")
  @Test
  void aHostThatIsSilentUntilTheOthersAreDoneHoldsThemUpNot() throws Exception {
    var others = new CountDownLatch(3 * (PAGES + 1));
    var never = new CountDownLatch(0);
    try (var one = ScriptedServer.playing(peer -> serve(peer, others, never));
        var two = ScriptedServer.playing(peer -> serve(peer, others, never));
        var three = ScriptedServer.playing(peer -> serve(peer, others, never));
        var silent = ScriptedServer.playing(peer -> serve(peer, new CountDownLatch(0), others))) {
      var plan =
          plan(silent.url("/p1"), one.url("/"), two.url("/"), three.url("/"))
              .limits(limits(4))
              .build();

      clusters.engine().start(plan, context()).await();

      assertThat(records.records()).hasSize(3 * (PAGES + 1) + 1);
      assertThat(records.records()).allMatch(page -> page.status().orElse(0) == 200);
    }
  }

  @Test
  void progressAndEventsAreThoseOfAllWorkers() throws Exception {
    var limits = ConcurrentHashMap.<String>newKeySet();
    var outside = new AtomicInteger();
    var listener =
        new CrawlListener() {
          @Override
          public void limitHit(String name) {
            assertThat(limits.add(name)).isTrue();
          }

          @Override
          public void outOfScope(CrawlUrl url) {
            outside.incrementAndGet();
          }
        };
    var open = new CountDownLatch(0);
    try (var one = ScriptedServer.playing(peer -> serve(peer, new CountDownLatch(0), open));
        var two = ScriptedServer.playing(peer -> serve(peer, new CountDownLatch(0), open))) {
      var few = new Limits(8, OptionalLong.of(20), OptionalInt.empty(), 5, 0, Duration.ZERO);
      var plan = plan(one.url("/"), two.url("/")).limits(few).build();

      var run = clusters.engine().start(plan, context(listener));
      var report = run.await();

      assertThat(report.records()).isEqualTo(20);
      assertThat(report.requests()).isEqualTo(one.requests().size() + two.requests().size());
      assertThat(limits).isEqualTo(Set.of("max-pages"));
      assertThat(report.outOfScope()).isEqualTo(outside.get()).isEqualTo(2);
      assertThat(run.progress().done()).isEqualTo(20);
      assertThat(run.workers()).extracting(WorkerProgress::name).containsExactly("w1", "w2");
    }
  }

  @Test
  void closingBeforeTheWorkersHaveComeEndsAtOnce(@TempDir Path folder) throws Exception {
    try (var cluster = InnerCluster.of(1, folder.resolve("few"))) {
      CrawlEngine engine =
          new ProcessesEngine((_, context) -> () -> cluster.lendAwaiting(2, context.resolver()));
      var run = engine.start(plan(CrawlUrl.of("http://127.0.0.1:9/")).build(), context());

      run.close();

      assertThat(run.await().stopped()).isTrue();
      assertThat(records.records()).isEmpty();
    }
  }

  /// A start page with many links, and one elsewhere.
  private static void serve(Peer peer, CountDownLatch asked, CountDownLatch open)
      throws IOException, InterruptedException {
    while (peer.readRequest()) {
      boolean start = peer.lastPath().equals("/");
      asked.countDown();
      if (!start && !open.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
      var links =
          IntStream.rangeClosed(1, PAGES)
              .mapToObj(i -> "<a href=/p" + i + ">x</a>")
              .collect(Collectors.joining());
      peer.sendAnswer(
          "200 OK\r\nContent-Type: text/html",
          start ? links + "<a href=http://elsewhere.example/>x</a>" : "<p>");
    }
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  private List<String> reasons() {
    return records.records().stream().map(page -> String.valueOf(page.reason())).toList();
  }

  private static CrawlPlanBuilder plan(CrawlUrl... seeds) {
    return CrawlPlan.of(List.of(seeds).stream().map(CrawlUrl::href).toList())
        .depth(Depth.UNLIMITED)
        .limits(limits(8))
        .politeness(new Politeness(8, Duration.ZERO, Duration.ZERO, false))
        .allowPrivate(true);
  }

  private static Limits limits(int concurrency) {
    return new Limits(
        concurrency, OptionalLong.empty(), OptionalInt.empty(), 5, 0, Duration.ofMillis(1));
  }

  private CrawlContext context() {
    return CrawlContext.of(records);
  }

  private CrawlContext context(CrawlListener listener) {
    var usual = context();
    return new CrawlContext(records, listener, usual.clock(), usual.resolver());
  }
}
