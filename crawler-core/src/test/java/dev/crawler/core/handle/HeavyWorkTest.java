package dev.crawler.core.handle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchResult.Trace;
import dev.crawler.core.fetch.Headers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spec:C4")
@Tag("promise:P11")
class HeavyWorkTest {
  private final HeavyWork work = new HeavyWork(2);
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  private static FetchResult answer(int length, Headers headers) {
    var trace = new Trace(Instant.EPOCH, Duration.ZERO, "");
    return new FetchResult.Response(200, headers, new byte[length], false, trace);
  }

  private int busy() {
    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    Thread.onSpinWait();
    return underWay.decrementAndGet();
  }

  @Test
  void noMoreLargeAnswersAreHandledAtOnceThanThereArePlaces() throws Exception {
    var coded = answer(5_000, Headers.of("content-encoding", "gzip"));
    var large = answer(300_000, Headers.NONE);

    try (var threads = Executors.newFixedThreadPool(16)) {
      for (int i = 0; i < 2_000; i++) {
        var result = i % 2 == 0 ? coded : large;
        var _ = threads.submit(() -> work.run(result, this::busy));
      }
    }

    assertThat(most).hasValueBetween(1, 2);
  }

  @Test
  void aSmallAnswerDoesNotWaitForLargeOnes() throws Exception {
    var large = answer(300_000, Headers.NONE);
    var occupied = new CountDownLatch(2);
    var end = new CountDownLatch(1);

    try (var threads = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 2; i++) {
        var _ =
            threads.submit(() ->
                work.run(
                    large,
                    () -> {
                      occupied.countDown();
                      return awaited(end);
                    }));
      }
      assertThat(occupied.await(30, TimeUnit.SECONDS)).isTrue();

      assertThat(work.run(answer(4_000, Headers.NONE), () -> "done")).isEqualTo("done");
      end.countDown();
    }
  }

  @Test
  void aPlaceIsFreeAgainAfterAFault() {
    var large = answer(300_000, Headers.NONE);

    for (int i = 0; i < 5; i++) {
      try {
        work.run(large, HeavyWorkTest::broken);
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("broken");
      }
    }

    assertThat(work.run(large, () -> "done")).isEqualTo("done");
  }

  private static String broken() {
    throw new IllegalStateException("broken");
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
