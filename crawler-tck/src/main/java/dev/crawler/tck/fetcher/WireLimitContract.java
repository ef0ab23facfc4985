package dev.crawler.tck.fetcher;

import static dev.crawler.tck.fetcher.Fetching.response;
import static dev.crawler.tck.fetcher.Fetching.settings;
import static dev.crawler.tck.fetcher.Fetching.task;
import static dev.crawler.tck.fetcher.WireContract.TEN;
import static dev.crawler.tck.fetcher.WireContract.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How much is kept of the wire for an archive.
interface WireLimitContract extends FetcherUnderTest {
  @Tag("spec:X3")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n0123456789",
        "HTTP/1.1 200 OK\r\n\r\n0123456789",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n0123456\r\n4b\r\n789",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n01234\r\n5\r\n56789",
      })
  default void anAnswerBeyondTheLimitIsKeptUpToTheSameByte(String kept) throws Exception {
    var more = kept.endsWith("56789") ? "\r\n5\r\nabcde\r\n0\r\n\r\n" : "abcdefgh".repeat(9);
    try (var server =
            ScriptedServer.playing(peer -> {
              peer.answer(kept + more);
              peer.hold();
            });
        var fetcher = fetcher(TEN)) {

      var response = response(fetcher.fetch(task(server.url("/"))));

      assertThat(response.truncated()).isTrue();
      assertThat(answer(response.transcript())).isEqualTo(kept);
      assertThat(response.transcript().payload().remaining()).isEqualTo(10);
    }
  }

  @Tag("spec:X3")
  @Test
  default void chunksThatAreAllWrappingAreKeptUpToTheSameByte() throws Exception {
    var head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    var answer = head + "000000001\r\nx\r\n".repeat(20_000) + "0\r\n\r\n";
    int kept = 20_000 + 20_000 / 8 + (64 << 10);
    try (var server = ScriptedServer.answering(answer);
        var fetcher = fetcher(settings(Duration.ofSeconds(20), 20_000).keepingWire())) {

      var response = response(fetcher.fetch(task(server.url("/"))));

      assertThat(response.body().length()).isEqualTo(20_000);
      assertThat(answer(response.transcript()))
          .isEqualTo(answer.substring(0, head.length() + kept));
      assertThat(response.transcript().payload().remaining()).isBetween(kept / 14, kept / 14 + 1);
    }
  }
}
