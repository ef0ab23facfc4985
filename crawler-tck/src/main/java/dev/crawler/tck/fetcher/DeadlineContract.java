package dev.crawler.tck.fetcher;

import static dev.crawler.tck.fetcher.Fetching.BRIEF;
import static dev.crawler.tck.fetcher.Fetching.reason;
import static dev.crawler.tck.fetcher.Fetching.settings;
import static dev.crawler.tck.fetcher.Fetching.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.url.CrawlUrl;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The total deadline holds although bytes come, and whatever the fetch waits for.
interface DeadlineContract extends FetcherUnderTest {
  /// Long enough for the busiest machine.
  Duration MOMENT = Duration.ofSeconds(10);

  @Tag("spec:H6")
  @Test
  default void silenceEndsAtTheDeadline() throws Exception {
    assertTimeout(Peer::hold);
  }

  @Tag("spec:H6")
  @Test
  default void aDrippingHeaderEndsAtTheDeadline() throws Exception {
    assertTimeout(peer -> peer.drip("HTTP/1.1 200 OK\r\n".substring(0, 1)));
    assertTimeout(peer -> {
      peer.answer("HTTP/1.1 200 OK\r\n");
      peer.drip("X: y\r\n");
    });
  }

  @Tag("spec:H6")
  @Test
  default void aStallAfterTheHeaderEndsAtTheDeadline() throws Exception {
    assertTimeout(peer -> {
      peer.answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
      peer.hold();
    });
  }

  @Tag("spec:H6")
  @Test
  default void aDrippingBodyEndsAtTheDeadline() throws Exception {
    assertTimeout(peer -> {
      peer.answer("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n");
      peer.drip("x");
    });
  }

  @Tag("spec:H6")
  @Test
  default void drippingChunksEndAtTheDeadline() throws Exception {
    assertTimeout(peer -> {
      peer.answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
      peer.drip("1\r\nx\r\n");
    });
  }

  @Tag("spec:H6")
  @Test
  default void drippingInterimAnswersEndAtTheDeadline() throws Exception {
    assertTimeout(peer -> peer.drip("HTTP/1.1 100 C\r\n\r\n".substring(0, 9)));
  }

  @Tag("spec:H6")
  @Test
  default void silenceInTheHandshakeEndsAtTheDeadline() throws Exception {
    try (var server = ScriptedServer.playing(Peer::hold)) {

      assertTimeout(server, CrawlUrl.of("https://127.0.0.1:" + server.port() + "/"));
    }
  }

  private void assertTimeout(ScriptedServer.Script script) throws Exception {
    try (var server = ScriptedServer.playing(script)) {
      assertTimeout(server, server.url("/"));
    }
  }

  private void assertTimeout(ScriptedServer server, CrawlUrl url) throws Exception {
    try (var fetcher = fetcher(settings(BRIEF, 99_999))) {

      var result = fetcher.fetch(task(url));

      assertThat(reason(result)).isEqualTo(FailureReason.TIMEOUT);
      assertThat(result.trace().elapsed()).isBetween(BRIEF, MOMENT);
      assertThat(server.awaitNobody(MOMENT)).as("the connection is closed").isTrue();
    }
  }
}
