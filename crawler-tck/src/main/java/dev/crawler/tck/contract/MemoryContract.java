package dev.crawler.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.MonotonicClock;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.tck.fetcher.Peer;
import dev.crawler.tck.fetcher.ScriptedServer;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A crawl may go on for days: it must forget what is over.
interface MemoryContract extends EngineUnderTest {
  @Tag("spec:E15")
  @Test
  default void tasksThatAreOverAreForgottenWhileTheCrawlGoesOn() throws Exception {
    Assumptions.assumeTrue(recordsAsItGoes(), "workers hold the tasks");
    int concurrency = 8;
    int pages = 200;
    long enough = 3L * concurrency;
    var tasks = new ConcurrentLinkedQueue<WeakReference<FetchTask>>();
    try (var site = ScriptedServer.playing(Peer::servePages)) {
      var urls = IntStream.range(0, pages).mapToObj(i -> site.url("/" + i).href()).toList();
      var plan =
          Plans.everything(urls)
              .depth(Depth.SEEDS)
              .limits(Plans.limits(concurrency, OptionalLong.empty(), 10))
              .politeness(new Politeness(concurrency, Duration.ZERO, Duration.ZERO, false))
              .build();
      var sink = GatedSink.holding(pages - 2 * concurrency);
      var context =
          new CrawlContext(sink, noting(tasks), MonotonicClock.start(), new LiteralNames());

      try (var run = start(plan, context)) {
        sink.awaitFull();
        long kept = keptOf(tasks, enough);
        sink.open();

        assertThat(kept).as("after %s", run.progress()).isLessThanOrEqualTo(enough);
        assertThat(tasks).hasSizeGreaterThan(pages / 2);
      }
    }
  }

  private static CrawlListener noting(Queue<WeakReference<FetchTask>> tasks) {
    return new CrawlListener() {
      @Override
      public void begun(FetchTask task) {
        tasks.add(new WeakReference<>(task));
      }
    };
  }

  /// How many are still reachable, once the collector has had its chances.
  private long keptOf(Queue<WeakReference<FetchTask>> tasks, long enough) {
    long end = System.nanoTime() + patience().dividedBy(6).toNanos();
    long kept = Long.MAX_VALUE;
    while (kept > enough && System.nanoTime() < end) {
      System.gc();
      LockSupport.parkNanos(20_000_000);
      kept = tasks.stream().filter(task -> task.get() != null).count();
    }
    return kept;
  }
}
