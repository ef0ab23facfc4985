package dev.crawler.http;

import static dev.crawler.tck.fetcher.Fetching.PATIENT;
import static dev.crawler.tck.fetcher.Fetching.reason;
import static dev.crawler.tck.fetcher.Fetching.settings;
import static dev.crawler.tck.fetcher.Fetching.task;
import static dev.crawler.tck.fetcher.Fetching.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.CallbackFetcher;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.tck.fetcher.Peer;
import dev.crawler.tck.fetcher.ScriptedServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// More fetches than connections: who waits in line, and for how long.
@Timeout(60)
final class TurnstileTest {
  @Test
  void thoseInLineGetTheirTurnAlthoughAllEndAtOnce() throws Exception {
    int fetches = 20_000;
    var called = new CountDownLatch(fetches);
    var go = new CountDownLatch(1);
    try (var server =
            ScriptedServer.playing(peer -> {
              go.await();
              peer.page("first");
            });
        var fetcher = fetcher(PATIENT, 1)) {
      var first = new CompletableFuture<FetchResult>();
      fetcher.fetch(task(server.url("/")), first::complete);
      var forbidden = task(server.url("/forbidden"), false);
      for (int i = 0; i < fetches; i++) {
        fetcher.fetch(forbidden, _ -> called.countDown());
      }

      go.countDown();

      assertThat(text(first.join())).isEqualTo("first");
      assertThat(called.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void whoWaitsInLineIsCutAtTheDeadline() throws Exception {
    try (var server = ScriptedServer.playing(Peer::hold);
        var fetcher = fetcher(settings(Duration.ofMillis(300), 99), 1)) {
      var first = new CompletableFuture<FetchResult>();
      var second = new CompletableFuture<FetchResult>();

      fetcher.fetch(task(server.url("/1")), first::complete);
      fetcher.fetch(task(server.url("/2")), second::complete);

      assertThat(reason(first.join())).isEqualTo(FailureReason.TIMEOUT);
      assertThat(reason(second.join())) // in line, or just let in
          .isIn(FailureReason.TIMEOUT, FailureReason.CONNECT);
    }
  }

  @Test
  void noMoreConnectionsAreMadeThanAllowed() throws Exception {
    int fetches = 30;
    var called = new CountDownLatch(fetches);
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    try (var server =
            ScriptedServer.playing(peer -> {
              while (peer.readRequest()) {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.sleep(5); // all would be here
                inside.decrementAndGet();
                peer.sendAnswer("200 OK", "page");
              }
            });
        var fetcher = fetcher(PATIENT, 3)) {

      for (int i = 0; i < fetches; i++) {
        fetcher.fetch(task(server.url("/" + i)), _ -> called.countDown());
      }

      assertThat(called.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(server.connections()).isLessThanOrEqualTo(3);
      assertThat(most).hasValueLessThanOrEqualTo(3);
    }
  }

  private static CallbackFetcher fetcher(HttpSettings settings, int connections) {
    return ApacheCallbackFetcher.of(
        settings, NameResolver.SYSTEM, InstantSource.system(), connections);
  }
}
