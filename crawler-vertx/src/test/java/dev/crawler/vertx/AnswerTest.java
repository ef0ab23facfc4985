package dev.crawler.vertx;

import static dev.crawler.vertx.Fetching.fetch;
import static dev.crawler.vertx.Fetching.fetcher;
import static dev.crawler.vertx.Fetching.reason;
import static dev.crawler.vertx.Fetching.response;
import static dev.crawler.vertx.Fetching.settings;
import static dev.crawler.vertx.Fetching.task;
import static dev.crawler.vertx.Fetching.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class AnswerTest {
  @Test
  void headersKeepTheirOrderAndTheirDuplicates() throws Exception {
    var answer =
        "HTTP/1.1 200 OK\r\nSet-Cookie: a\r\nx: 1\r\nSet-Cookie: b\r\nContent-Length: 0\r\n\r\n";
    try (var server = ScriptedServer.answering(answer)) {

      var headers = response(fetch(server.url("/"))).headers();

      assertThat(headers.all("set-cookie")).containsExactly("a", "b");
      assertThat(headers.fields()).extracting("name").startsWith("Set-Cookie", "x", "Set-Cookie");
    }
  }

  @Test
  void aHeaderValueKeepsItsOctets() throws Exception {
    var utf8 = new String("/ä→".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    var answer =
        "HTTP/1.1 301 M\r\nLocation: %s\r\nX: ä\r\nContent-Length: 0\r\n\r\n".formatted(utf8);
    try (var server = ScriptedServer.answering(answer)) {

      var headers = response(fetch(server.url("/"))).headers();

      assertThat(headers.first("Location")).contains(utf8);
      assertThat(headers.first("X")).contains("ä");
    }
  }

  @Test
  void redirectsAreHandedOnAndNotFollowed() throws Exception {
    var answer = "HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n";
    try (var server = ScriptedServer.answering(answer)) {

      var response = response(fetch(server.url("/")));

      assertThat(response.status()).isEqualTo(302);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void codedBodiesAreHandedOnAsTheyCame() throws Exception {
    var answer =
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\u001f\u008b\b";
    try (var server = ScriptedServer.answering(answer)) {

      var body = text(fetch(server.url("/")));

      assertThat(body).isEqualTo("\u001f\u008b\b");
    }
  }

  @Test
  void theTraceSaysWhenAndWhere() throws Exception {
    var before = Instant.now();
    try (var server = ScriptedServer.playing(peer -> peer.page("ok"))) {

      var trace = fetch(server.url("/")).trace();

      assertThat(trace.address()).isEqualTo("127.0.0.1");
      assertThat(trace.startedAt()).isBetween(before, Instant.now());
      assertThat(trace.elapsed())
          .isBetween(Duration.ofNanos(1), Duration.between(before, Instant.now()));
    }
  }

  @Test
  void anEndlessBodyIsCutAtTheLimitAndItsConnectionClosed() throws Exception {
    try (var server =
            ScriptedServer.playing(peer -> {
              peer.answer("HTTP/1.1 200 OK\r\n\r\n");
              peer.sendForever("x".repeat(1000));
            });
        var fetcher = fetcher(settings(Duration.ofSeconds(20), 100_000))) {

      var response = response(fetcher.fetch(task(server.url("/"))));

      assertThat(response.body()).hasSize(100_000);
      assertThat(response.truncated()).isTrue();
      assertThat(response.trace().elapsed()).isLessThan(Duration.ofSeconds(15));
    }
  }

  @Test
  void anEndlessLengthIsNotBelievedButItsBytesAre() throws Exception {
    try (var server =
            ScriptedServer.playing(peer -> {
              peer.answer("HTTP/1.1 200 OK\r\nContent-Length: 999999999999999999\r\n\r\n");
              peer.sendForever("x".repeat(1000));
            });
        var fetcher = fetcher(settings(Duration.ofSeconds(20), 1_000_000))) {

      var response = response(fetcher.fetch(task(server.url("/"))));

      assertThat(response.body()).hasSize(1_000_000);
      assertThat(response.truncated()).isTrue();
    }
  }

  @Test
  void aBodyOfJustTheLimitIsWhole() throws Exception {
    try (var server = ScriptedServer.answering("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(5_000));
        var fetcher = fetcher(settings(Duration.ofSeconds(2), 5_000))) {

      var response = response(fetcher.fetch(task(server.url("/"))));

      assertThat(response.body()).hasSize(5_000);
      assertThat(response.truncated()).isFalse();
    }
  }

  @Test
  void whatIsBeyondTheLimitIsNotWaitedForAndItsConnectionIsClosed() throws Exception {
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

      assertThat(response.body()).hasSize(500);
      assertThat(response.truncated()).isTrue();
      assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aHeaderSectionMayHaveSixtyFourKibibytes() throws Exception {
    assertThat(response(fetchSectionOf(65_536)).status()).isEqualTo(200);
    assertThat(reason(fetchSectionOf(65_537))).isEqualTo(FailureReason.PROTOCOL);
  }

  private static FetchResult fetchSectionOf(int bytes) throws Exception {
    var start = "HTTP/1.1 200 OK\r\nA: " + "a".repeat(9_000) + "\r\n";
    var end = "\r\nContent-Length: 9999\r\n\r\n";
    var filler = "B: " + "b".repeat(bytes - start.length() - end.length() - 3);
    try (var server = ScriptedServer.answering(start + filler + end + "x".repeat(9_999))) {
      return fetch(server.url("/"));
    }
  }

  @Test
  void headerFloodsAreNoHttp() throws Exception {
    var ok = "HTTP/1.1 200 OK\r\n";

    assertThat(reason(flood(ok, "X: y\r\n"))).isEqualTo(FailureReason.PROTOCOL);
    assertThat(reason(flood(ok, "X"))).isEqualTo(FailureReason.PROTOCOL);
    assertThat(reason(flood("", "HTTP/1.1 103 E\r\n\r\n"))).isEqualTo(FailureReason.PROTOCOL);
    assertThat(reason(flood("", "\r\n"))).isEqualTo(FailureReason.PROTOCOL);
  }

  @Test
  void chunkExtensionAndTrailerFloodsAreNoHttp() throws Exception {
    var chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    assertThat(reason(flood(chunked + "2;", "x"))).isEqualTo(FailureReason.PROTOCOL);
    assertThat(reason(flood(chunked + "0\r\n", "X: y\r\n"))).isEqualTo(FailureReason.PROTOCOL);
    assertThat(reason(flood(chunked, "1"))).isEqualTo(FailureReason.PROTOCOL);
    assertThat(reason(flood(chunked, "1;" + "x".repeat(999) + "\r\nx\r\n")))
        .isEqualTo(FailureReason.PROTOCOL);
  }

  private static FetchResult flood(String start, String forever) throws Exception {
    try (var server =
        ScriptedServer.playing(peer -> {
          peer.answer(start);
          peer.sendForever(forever.repeat(100));
        })) {
      return fetch(server.url("/"));
    }
  }
}
