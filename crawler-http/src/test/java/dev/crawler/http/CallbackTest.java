package dev.crawler.http;

import static dev.crawler.tck.fetcher.Fetching.PATIENT;
import static dev.crawler.tck.fetcher.Fetching.QUICK;
import static dev.crawler.tck.fetcher.Fetching.reason;
import static dev.crawler.tck.fetcher.Fetching.settings;
import static dev.crawler.tck.fetcher.Fetching.task;
import static dev.crawler.tck.fetcher.Fetching.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.CallbackFetcher;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.tck.fetcher.AwaitedFetcher;
import dev.crawler.tck.fetcher.Peer;
import dev.crawler.tck.fetcher.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When callbacks are called: once, whatever happens, and never so that the caller waits.
@Timeout(60)
final class CallbackTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void eachIsCalledOnceHoweverConnectionsEndAndWheneverAllIsClosed(long seed) throws Exception {
    int fetches = 300;
    var random = new Random(seed);
    var calls = new AtomicIntegerArray(fetches);
    var called = new CountDownLatch(fetches);
    int closedAfter = random.nextInt(fetches);
    try (var server = ScriptedServer.playing(peer -> misbehave(peer, new Random(seed)))) {
      var fetcher = fetcher(settings(Duration.ofMillis(1 + random.nextInt(60)), 999), 20);

      for (int i = 0; i < fetches; i++) {
        int number = i;
        fetcher.fetch(
            task(server.url("/" + i)),
            _ -> {
              calls.incrementAndGet(number);
              called.countDown();
            });
        if (i == closedAfter) {
          fetcher.close();
        }
      }

      assertThat(called.await(30, TimeUnit.SECONDS)).as("seed %s", seed).isTrue();
      assertThat(IntStream.range(0, fetches).map(calls::get)).as("seed %s", seed).containsOnly(1);
    }
  }

  @Test
  void fetchReturnsAlthoughTheResolverHangs() {
    var never = new CountDownLatch(1);
    NameResolver hanging =
        _ -> {
          awaitQuietly(never);
          return List.of();
        };
    var fetcher = ApacheCallbackFetcher.of(PATIENT, hanging, InstantSource.system(), 8);
    var result = new CompletableFuture<FetchResult>();

    fetcher.fetch(task(CrawlUrl.of("http://hangs.example/")), result::complete);

    assertThat(result).isNotDone();
    fetcher.close();
    assertThat(reason(result.join())).isEqualTo(FailureReason.CANCELLED);
  }

  @Test
  void oneThatThrowsHarmsNoOther() throws Exception {
    try (var server = ScriptedServer.playing(Peer::servePages);
        var fetcher = fetcher(QUICK, 8)) {
      var thrown = new CountDownLatch(2);

      fetcher.fetch(
          task(server.url("/1")),
          _ -> {
            thrown.countDown();
            throw new IllegalStateException("on purpose");
          });
      fetcher.fetch(
          task(server.url("/2")),
          _ -> {
            thrown.countDown();
            throw new StackOverflowError("on purpose");
          });
      thrown.await();

      assertThat(text(fetchAndWait(fetcher, task(server.url("/3"))))).isEqualTo("page");
    }
  }

  @Test
  void oneMayFetchAgain() throws Exception {
    try (var server = ScriptedServer.playing(Peer::servePages);
        var fetcher = fetcher(QUICK, 1)) {
      var last = new CompletableFuture<FetchResult>();

      fetcher.fetch(task(server.url("/1")), _ -> chain(fetcher, server, 100, last));

      assertThat(text(last.join())).isEqualTo("page");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void waitingForTlsToBeSetUpIsNotWaitingForAnAddress() {
    var never = new CountDownLatch(1);
    var stuck =
        new Tls(() -> {
          awaitQuietly(never);
          throw new IllegalStateException("too late");
        });
    try (var fetcher =
        ApacheCallbackFetcher.trusting(
            settings(Duration.ofMillis(300), 99),
            NameResolver.SYSTEM,
            InstantSource.system(),
            stuck)) {

      var result = fetchAndWait(fetcher, task(CrawlUrl.of("https://127.0.0.1:1/")));

      assertThat(reason(result)).isEqualTo(FailureReason.TIMEOUT);
    } finally {
      never.countDown();
    }
  }

  private static void chain(
      CallbackFetcher fetcher,
      ScriptedServer server,
      int more,
      CompletableFuture<FetchResult> last) {
    fetcher.fetch(
        task(server.url("/" + more)),
        result -> {
          if (more == 0) {
            last.complete(result);
          } else {
            chain(fetcher, server, more - 1, last);
          }
        });
  }

  private static void misbehave(Peer peer, Random random) throws IOException {
    while (peer.isOpen()) {
      switch (random.nextInt(8)) {
        case 0 -> peer.reset();
        case 1 -> peer.answer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok");
        case 2 -> peer.answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokEXTRA");
        case 3 -> peer.answer("~~~garbage\r\n");
        case 4 -> peer.answer("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(9_999));
        case 5 -> peer.readThenHold();
        default -> peer.page("page");
      }
    }
  }

  private static CallbackFetcher fetcher(HttpSettings settings, int connections) {
    return ApacheCallbackFetcher.of(
        settings, NameResolver.SYSTEM, InstantSource.system(), connections);
  }

  private static FetchResult fetchAndWait(CallbackFetcher fetcher, FetchTask task) {
    return new AwaitedFetcher(fetcher).fetch(task);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
