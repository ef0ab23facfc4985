package dev.crawler.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.session.Progress.Limit;
import dev.crawler.tck.fetcher.Peer;
import dev.crawler.tck.fetcher.ScriptedServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A run that waits for a host's delay hears all the same that it is to end: nobody else would wake
/// it.
interface PauseContract extends EngineUnderTest {
  /// Longer than anybody waits here.
  Duration PAUSE = Duration.ofMinutes(10);

  /// Ample for threads that were just told that there is nothing to do.
  Duration SETTLING = Duration.ofMillis(300);

  @Tag("spec:E5")
  @Test
  default void stoppingInAPauseEndsTheRunAtOnce() throws Exception {
    try (var site = ScriptedServer.playing(Peer::servePages)) {
      var sink = new CollectedRecords();

      try (var run = start(twoPagesWithAPauseBetween(site), Crawl.context(sink))) {
        awaitPause(run);
        run.stop();
        var report =
            run.completion()
                .toCompletableFuture()
                .get(patience().toMillis(), TimeUnit.MILLISECONDS);

        assertThat(report.stopped()).isTrue();
      }
      assertThat(sink.records())
          .hasSize(2)
          .extracting(PageRecord::reason)
          .contains(ExclusionReason.CANCELLED);
    }
  }

  @Tag("spec:E6")
  @Test
  default void closingInAPauseReturnsAtOnce() throws Exception {
    try (var site = ScriptedServer.playing(Peer::servePages)) {
      var run = start(twoPagesWithAPauseBetween(site), Crawl.context(new CollectedRecords()));
      awaitPause(run);

      run.close();

      assertThat(run.completion().toCompletableFuture()).isDone();
      assertThat(site.requests()).hasSize(1);
    }
  }

  private static CrawlPlan twoPagesWithAPauseBetween(ScriptedServer site) {
    return Plans.everything(List.of(site.url("/one").href(), site.url("/two").href()))
        .depth(Depth.SEEDS)
        .politeness(new Politeness(1, PAUSE, PAUSE, false))
        .build();
  }

  private void awaitPause(CrawlRun run) {
    long end = System.nanoTime() + patience().toNanos();
    var over = run.completion().toCompletableFuture();
    for (var now = run.progress();
        now.done() < 1 || now.limit() != Limit.DELAY;
        now = run.progress()) {
      assertThat(System.nanoTime()).as("it comes to the pause: %s", now).isLessThan(end);
      assertThat(over).as("it makes a pause").isNotDone();
      LockSupport.parkNanos(1_000_000);
    }
    LockSupport.parkNanos(SETTLING.toNanos()); // until nobody is on the way to ask by itself
  }
}
