package dev.crawler.http;

import static dev.crawler.tck.fetcher.Fetching.QUICK;
import static dev.crawler.tck.fetcher.Fetching.reason;
import static dev.crawler.tck.fetcher.Fetching.settings;
import static dev.crawler.tck.fetcher.Fetching.task;
import static dev.crawler.tck.fetcher.Fetching.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.tck.fetcher.Peer;
import dev.crawler.tck.fetcher.ScriptedServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How many connections there are, and what happens to those who wait for one.
@Timeout(60)
final class ConnectionPoolTest {
  private static final HttpSettings PATIENT = settings(Duration.ofSeconds(50), 99);

  @Test
  void eachHostKeepsItsConnectionUpToTwiceTheFetchesAtOnce() throws Exception {
    var servers = new ArrayList<ScriptedServer>();
    try (var fetcher = ApacheFetcher.of(QUICK, NameResolver.SYSTEM, InstantSource.system(), 8)) {
      for (int i = 0; i < 17; i++) {
        servers.add(ScriptedServer.playing(Peer::servePages));
        fetcher.fetch(task(servers.getLast().url("/1")));
      }
      while (servers.getFirst().openConnections() > 0) {
        Thread.onSpinWait(); // until the timeout of the class
      }

      for (var server : servers.reversed()) {
        fetcher.fetch(task(server.url("/2")));
      }

      assertThat(servers.subList(1, 17)).extracting(ScriptedServer::connections).containsOnly(1);
      assertThat(servers.getFirst().connections()).isEqualTo(2);
    } finally {
      for (var server : servers) {
        server.close();
      }
    }
  }

  @Test
  void whoWaitsForAConnectionIsCancelledToo() throws Exception {
    try (var server = ScriptedServer.playing(Peer::readThenHold);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var fetcher = ApacheFetcher.of(PATIENT, NameResolver.SYSTEM, InstantSource.system(), 1);
      var results = fetchAtOnce(3, fetcher, server, threads);
      while (server.requests().size() < 2) {
        Thread.onSpinWait(); // until the timeout of the class
      }

      fetcher.close();

      for (var result : results) {
        assertThat(reason(result.get())).isEqualTo(FailureReason.CANCELLED);
      }
    }
  }

  @Test
  void anErrorInOneFetchIsNotTheEndOfTheOthers() throws Exception {
    var broken =
        new Tls(() -> {
          throw new AssertionError("broken");
        });
    try (var server = ScriptedServer.playing(Peer::servePages);
        var fetcher =
            ApacheFetcher.trusting(QUICK, NameResolver.SYSTEM, InstantSource.system(), broken)) {
      var secure = CrawlUrl.of("https://127.0.0.1:" + server.port() + "/");

      assertThatThrownBy(() -> fetcher.fetch(task(secure))).isInstanceOf(AssertionError.class);

      assertThat(text(fetcher.fetch(task(server.url("/"))))).isEqualTo("page");
    }
  }

  private static List<CompletableFuture<FetchResult>> fetchAtOnce(
      int count, ApacheFetcher fetcher, ScriptedServer server, ExecutorService threads) {
    var results = new ArrayList<CompletableFuture<FetchResult>>();
    for (int i = 0; i < count; i++) {
      results.add(
          CompletableFuture.supplyAsync(() -> fetcher.fetch(task(server.url("/"))), threads));
    }
    return results;
  }
}
