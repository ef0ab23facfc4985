package dev.crawler.tck.fetcher;

import static dev.crawler.tck.fetcher.Fetching.response;
import static dev.crawler.tck.fetcher.Fetching.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What of an answer is handed on, and how.
interface AnswerContract extends FetcherUnderTest {
  @Test
  default void headersKeepTheirOrderAndTheirDuplicates() throws Exception {
    var answer =
        "HTTP/1.1 200 OK\r\nSet-Cookie: a\r\nx: 1\r\nSet-Cookie: b\r\nContent-Length: 0\r\n\r\n";
    try (var server = ScriptedServer.answering(answer)) {

      var headers = response(fetch(server.url("/"))).headers();

      assertThat(headers.all("set-cookie")).containsExactly("a", "b");
      assertThat(headers.fields()).extracting("name").startsWith("Set-Cookie", "x", "Set-Cookie");
    }
  }

  @Test
  default void aHeaderValueKeepsItsOctets() throws Exception {
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
  default void redirectsAreHandedOnAndNotFollowed() throws Exception {
    var answer = "HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n";
    try (var server = ScriptedServer.answering(answer)) {

      var response = response(fetch(server.url("/")));

      assertThat(response.status()).isEqualTo(302);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  default void codedBodiesAreHandedOnAsTheyCame() throws Exception {
    var answer =
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\u001f\u008b\b";
    try (var server = ScriptedServer.answering(answer)) {

      var body = text(fetch(server.url("/")));

      assertThat(body).isEqualTo("\u001f\u008b\b");
    }
  }

  @Test
  default void theTraceSaysWhenAndWhere() throws Exception {
    var before = Instant.now();
    try (var server = ScriptedServer.playing(peer -> peer.page("ok"))) {

      var trace = fetch(server.url("/")).trace();

      assertThat(trace.address()).isEqualTo("127.0.0.1");
      assertThat(trace.startedAt()).isBetween(before, Instant.now());
      assertThat(trace.elapsed())
          .isBetween(Duration.ofNanos(1), Duration.between(before, Instant.now()));
    }
  }
}
