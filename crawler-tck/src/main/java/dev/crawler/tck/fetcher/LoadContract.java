package dev.crawler.tck.fetcher;

import static dev.crawler.tck.fetcher.Fetching.settings;
import static dev.crawler.tck.fetcher.Fetching.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Many fetches at once, on connections that the server drops whenever it likes.
interface LoadContract extends FetcherUnderTest {
  int FETCHES = 2_000;

  @Test
  default void everyAnswerBelongsToItsUrl() throws Exception {
    long seed = 42;
    var random = new Random(seed);
    try (var server = ScriptedServer.playing(peer -> echo(peer, random));
        var fetcher = fetcher(settings(Duration.ofSeconds(30), 9_999));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<Future<FetchResult>>();
      for (int i = 0; i < FETCHES; i++) {
        var task = task(url(server, i));
        results.add(threads.submit(() -> fetchPatiently(fetcher, task)));
      }

      for (int i = 0; i < FETCHES; i++) {
        var response = Fetching.response(results.get(i).get());
        assertThat(new String(response.body().bytes(), StandardCharsets.ISO_8859_1))
            .as("seed %s", seed)
            .isEqualTo("/" + i);
      }
    }
  }

  private static CrawlUrl url(ScriptedServer server, int i) {
    return server.url("/" + i);
  }

  /// A retry is the session's business; here a refused or reset connection is just asked again.
  private static FetchResult fetchPatiently(BlockingFetcher fetcher, FetchTask task) {
    var result = fetcher.fetch(task);
    while (result instanceof FetchResult.Unreachable) {
      result = fetcher.fetch(task);
    }
    return result;
  }

  private static void echo(Peer peer, Random random) throws IOException {
    while (peer.isOpen() && random.nextInt(10) > 0) {
      if (peer.readRequest()) {
        var path = peer.lastPath();
        var extra = random.nextInt(20) == 0 ? answer("lost") : "";
        peer.send(answer(path) + extra);
      }
    }
  }

  private static String answer(String text) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + text.length() + "\r\n\r\n" + text;
  }
}
