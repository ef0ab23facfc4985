package dev.crawler.tck.fetcher;

import static dev.crawler.tck.fetcher.Fetching.PATIENT;
import static dev.crawler.tck.fetcher.Fetching.reason;
import static dev.crawler.tck.fetcher.Fetching.resolving;
import static dev.crawler.tck.fetcher.Fetching.task;
import static dev.crawler.tck.fetcher.Fetching.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.url.CrawlUrl;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Cancelling, and what is left afterwards.
interface CloseContract extends FetcherUnderTest {
  @Test
  default void whatIsUnderWayEndsAsCancelled() throws Exception {
    try (var server =
            ScriptedServer.playing(peer -> {
              peer.answer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n");
              peer.hold();
            });
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var fetcher = fetcher(PATIENT);
      var result =
          CompletableFuture.supplyAsync(() -> fetcher.fetch(task(server.url("/"))), threads);
      awaitRequests(server, 1);

      fetcher.close();

      assertThat(reason(result.get(20, TimeUnit.SECONDS))).isEqualTo(FailureReason.CANCELLED);
    }
  }

  @Test
  default void aLookUpUnderWayEndsAsCancelled() throws Exception {
    var asked = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var fetcher =
          fetcher(
              PATIENT,
              _ -> {
                asked.countDown();
                awaitUninterruptibly(never);
                return List.of();
              });
      var url = CrawlUrl.of("http://hangs.example/");
      var result = CompletableFuture.supplyAsync(() -> fetcher.fetch(task(url)), threads);
      asked.await();

      fetcher.close();

      assertThat(reason(result.get(20, TimeUnit.SECONDS))).isEqualTo(FailureReason.CANCELLED);
      never.countDown();
    }
  }

  @Test
  default void aFetchAfterTheEndIsCancelledAtOnceAndConnectsToNothing() throws Exception {
    try (var server = ScriptedServer.playing(peer -> peer.page("ok"))) {
      var fetcher = fetcher(PATIENT);
      fetcher.close();
      fetcher.close();

      var result = fetcher.fetch(task(server.url("/")));

      assertThat(reason(result)).isEqualTo(FailureReason.CANCELLED);
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  default void nothingIsLeftAfterManyLives() throws Exception {
    try (var server = ScriptedServer.playing(Peer::servePages)) {
      for (int i = 0; i < 50; i++) {
        try (var fetcher = fetcher(PATIENT, resolving("127.0.0.1"))) {
          var url = CrawlUrl.of("http://named.example:" + server.port() + "/");
          assertThat(text(fetcher.fetch(task(url)))).isEqualTo("page");
        }
      }

      while (server.openConnections() > 0 || crawlerThreads() > 0) {
        Thread.onSpinWait(); // until the timeout of the contract
      }
    }
  }

  @Test
  default void whatIsOverIsForgotten() throws Exception {
    var tasks = new ArrayList<WeakReference<FetchTask>>();
    try (var server = ScriptedServer.playing(Peer::servePages);
        var fetcher = fetcher(PATIENT)) {
      for (int i = 0; i < 30; i++) {
        var task = task(server.url("/" + i));
        assertThat(text(fetcher.fetch(task))).isEqualTo("page");
        tasks.add(new WeakReference<>(task));
      }

      while (tasks.stream().filter(task -> task.get() != null).count() > 5) {
        System.gc(); // until the timeout of the contract
      }
    }
  }

  private static long crawlerThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("crawler-"))
        .count();
  }

  private static void awaitRequests(ScriptedServer server, int count) {
    while (server.requests().size() < count) {
      Thread.onSpinWait(); // until the timeout of the contract
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    boolean interrupted = false;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
