package dev.crawler.vertx;

import static dev.crawler.vertx.Fetching.fetcher;
import static dev.crawler.vertx.Fetching.reason;
import static dev.crawler.vertx.Fetching.settings;
import static dev.crawler.vertx.Fetching.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.url.CrawlUrl;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The total deadline holds although bytes come, and whatever the fetch waits for.
@Tag("spec:H6")
final class DeadlineTest {
  private static final Duration TIMEOUT = Duration.ofMillis(300);
  private static final Duration GENEROUS = Duration.ofSeconds(10);

  @Test
  void silence() throws Exception {
    assertTimeout(Peer::hold);
  }

  @Test
  void drippingHeader() throws Exception {
    assertTimeout(peer -> peer.drip("HTTP/1.1 200 OK\r\n".substring(0, 1)));
    assertTimeout(peer -> {
      peer.answer("HTTP/1.1 200 OK\r\n");
      peer.drip("X: y\r\n");
    });
  }

  @Test
  void stallAfterTheHeader() throws Exception {
    assertTimeout(peer -> {
      peer.answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
      peer.hold();
    });
  }

  @Test
  void drippingBody() throws Exception {
    assertTimeout(peer -> {
      peer.answer("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n");
      peer.drip("x");
    });
  }

  @Test
  void drippingChunks() throws Exception {
    assertTimeout(peer -> {
      peer.answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
      peer.drip("1\r\nx\r\n");
    });
  }

  @Test
  void drippingInterimAnswers() throws Exception {
    assertTimeout(peer -> peer.drip("HTTP/1.1 100 C\r\n\r\n".substring(0, 9)));
  }

  @Test
  void silenceInTheHandshake() throws Exception {
    try (var server = ScriptedServer.playing(Peer::hold)) {

      var result = fetchInTime(CrawlUrl.of("https://127.0.0.1:" + server.port() + "/"));

      assertThat(reason(result)).isEqualTo(FailureReason.TIMEOUT);
    }
  }

  private static void assertTimeout(ScriptedServer.Script script) throws Exception {
    try (var server = ScriptedServer.playing(script)) {

      var result = fetchInTime(server.url("/"));

      assertThat(reason(result)).isEqualTo(FailureReason.TIMEOUT);
    }
  }

  private static FetchResult fetchInTime(CrawlUrl url) {
    try (var fetcher = fetcher(settings(TIMEOUT, 99_999))) {
      var result = fetcher.fetch(task(url));
      assertThat(result.trace().elapsed()).isBetween(TIMEOUT, GENEROUS);
      return result;
    }
  }
}
