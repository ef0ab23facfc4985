package dev.crawler.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.session.CrawlListener;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoopWatchTest {
  private static final CrawlListener SILENT = CrawlListener.NONE;

  @Test
  void aBlockedLoopIsReportedByNameAndOnce() throws Exception {
    var reports = new LinkedBlockingQueue<String>();
    var release = new CountDownLatch(1);
    CrawlListener listener =
        new CrawlListener() {
          @Override
          public void loopBlocked(String loop, Duration since) {
            reports.add(loop);
            release.countDown();
          }
        };
    try (var loop = Executors.newSingleThreadExecutor();
        var watch = LoopWatch.start("the loop", loop, listener)) {
      var blocked = loop.submit(() -> release.await(60, TimeUnit.SECONDS));

      assertThat(reports.poll(60, TimeUnit.SECONDS)).isEqualTo("the loop");
      assertThat(blocked.get(60, TimeUnit.SECONDS)).isTrue();

      assertThat(watch.lag().worst()).isGreaterThan(Duration.ofSeconds(1));
      assertThat(reports).isEmpty();
    }
  }

  @Test
  void aLoopThatEndsBeforeItsWatchIsNoFault() throws Exception {
    var loop = Executors.newSingleThreadExecutor();
    var watch = LoopWatch.start("short", loop, SILENT);

    loop.close();

    assertThat(watch.lag().samples()).isNotNegative();
    watch.close();
    watch.close();
  }

  @Test
  void quantilesAreWithinAnEighthOfWhatWasMeasured() {
    var histogram = new LagHistogram();
    for (int i = 1; i <= 1_000; i++) {
      histogram.add(i * 1_000L);
    }

    var lag = histogram.lag(0);

    assertThat(lag.samples()).isEqualTo(1_000);
    assertThat(lag.median().toNanos()).isBetween(500_000L, 563_000L);
    assertThat(lag.p99().toNanos()).isBetween(990_000L, 1_000_000L);
    assertThat(lag.worst().toNanos()).isEqualTo(1_000_000);
  }

  @Test
  void aWaitThatHasNotEndedCounts() {
    var histogram = new LagHistogram();
    histogram.add(7);

    assertThat(histogram.lag(9_000).worst()).isEqualTo(Duration.ofNanos(9_000));
    assertThat(histogram.lag(0)).extracting(LoopLag::median).isEqualTo(Duration.ofNanos(7));
    assertThat(new LagHistogram().lag(0).p99()).isZero();
  }
}
