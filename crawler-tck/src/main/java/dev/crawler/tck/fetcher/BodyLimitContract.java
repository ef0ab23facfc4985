package dev.crawler.tck.fetcher;

import static dev.crawler.tck.fetcher.Fetching.response;
import static dev.crawler.tck.fetcher.Fetching.settings;
import static dev.crawler.tck.fetcher.Fetching.task;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// How much of a body is read.
interface BodyLimitContract extends FetcherUnderTest {
  @Test
  default void anEndlessBodyIsCutAtTheLimitAndItsConnectionClosed() throws Exception {
    try (var server =
            ScriptedServer.playing(peer -> {
              peer.answer("HTTP/1.1 200 OK\r\n\r\n");
              peer.sendForever("x".repeat(1000));
            });
        var fetcher = fetcher(settings(Duration.ofSeconds(20), 100_000))) {

      var response = response(fetcher.fetch(task(server.url("/"))));

      assertThat(response.body().bytes()).hasSize(100_000);
      assertThat(response.truncated()).isTrue();
      assertThat(response.trace().elapsed()).isLessThan(Duration.ofSeconds(15));
    }
  }

  @Test
  default void anEndlessLengthIsNotBelievedButItsBytesAre() throws Exception {
    try (var server =
            ScriptedServer.playing(peer -> {
              peer.answer("HTTP/1.1 200 OK\r\nContent-Length: 999999999999999999\r\n\r\n");
              peer.sendForever("x".repeat(1000));
            });
        var fetcher = fetcher(settings(Duration.ofSeconds(20), 1_000_000))) {

      var response = response(fetcher.fetch(task(server.url("/"))));

      assertThat(response.body().bytes()).hasSize(1_000_000);
      assertThat(response.truncated()).isTrue();
    }
  }

  @Test
  default void aBodyOfJustTheLimitIsWhole() throws Exception {
    try (var server = ScriptedServer.answering("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(5_000));
        var fetcher = fetcher(settings(Duration.ofSeconds(2), 5_000))) {

      var response = response(fetcher.fetch(task(server.url("/"))));

      assertThat(response.body().bytes()).hasSize(5_000);
      assertThat(response.truncated()).isFalse();
    }
  }

  @Test
  default void whatIsBeyondTheLimitIsNotWaitedForAndItsConnectionIsClosed() throws Exception {
    var closed = new CountDownLatch(1);
    try (var server =
            ScriptedServer.playing(peer -> {
              peer.answer("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + "x".repeat(500));
              try {
                peer.hold();
              } finally {
                closed.countDown();
              }
            });
        var fetcher = fetcher(settings(Duration.ofSeconds(50), 500))) {

      var response = response(fetcher.fetch(task(server.url("/"))));

      assertThat(response.body().bytes()).hasSize(500);
      assertThat(response.truncated()).isTrue();
      assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }
}
