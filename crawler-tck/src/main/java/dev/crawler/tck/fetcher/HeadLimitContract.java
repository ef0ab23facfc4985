package dev.crawler.tck.fetcher;

import static dev.crawler.tck.fetcher.Fetching.reason;
import static dev.crawler.tck.fetcher.Fetching.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import org.junit.jupiter.api.Test;

/// How much is read of what surrounds a body: header sections, chunk sizes, trailers.
interface HeadLimitContract extends FetcherUnderTest {
  @Test
  default void aHeaderSectionMayHaveSixtyFourKibibytes() throws Exception {
    assertThat(response(fetchSectionOf(65_536)).status()).isEqualTo(200);
    assertThat(reason(fetchSectionOf(65_537))).isEqualTo(FailureReason.PROTOCOL);
  }

  @Test
  default void aHeaderSectionMayHaveNineHundredAndNinetyNineFieldsAndABodyFifteenTrailers()
      throws Exception {
    var chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n";

    assertThat(response(fetchFields(chunked, 998, "\r\n0\r\n\r\n")).status()).isEqualTo(200);
    assertThat(reason(fetchFields(chunked, 999, "\r\n0\r\n\r\n")))
        .isEqualTo(FailureReason.PROTOCOL);
    assertThat(response(fetchFields(chunked + "\r\n0\r\n", 15, "\r\n")).status()).isEqualTo(200);
    assertThat(reason(fetchFields(chunked + "\r\n0\r\n", 16, "\r\n")))
        .isEqualTo(FailureReason.PROTOCOL);
  }

  private FetchResult fetchFields(String start, int fields, String end) throws Exception {
    try (var server = ScriptedServer.answering(start + "X: y\r\n".repeat(fields) + end)) {
      return fetch(server.url("/"));
    }
  }

  private FetchResult fetchSectionOf(int bytes) throws Exception {
    var start = "HTTP/1.1 200 OK\r\nA: " + "a".repeat(9_000) + "\r\n";
    var end = "\r\nContent-Length: 9999\r\n\r\n";
    var filler = "B: " + "b".repeat(bytes - start.length() - end.length() - 3);
    try (var server = ScriptedServer.answering(start + filler + end + "x".repeat(9_999))) {
      return fetch(server.url("/"));
    }
  }

  @Test
  default void headerFloodsAreNoHttp() throws Exception {
    var ok = "HTTP/1.1 200 OK\r\n";

    assertThat(reason(flood(ok, "X: y\r\n"))).isEqualTo(FailureReason.PROTOCOL);
    assertThat(reason(flood(ok, "X"))).isEqualTo(FailureReason.PROTOCOL);
    assertThat(reason(flood("", "HTTP/1.1 103 E\r\n\r\n"))).isEqualTo(FailureReason.PROTOCOL);
    assertThat(reason(flood("", "\r\n"))).isEqualTo(FailureReason.PROTOCOL);
  }

  @Test
  default void chunkExtensionAndTrailerFloodsAreNoHttp() throws Exception {
    var chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    assertThat(reason(flood(chunked + "2;", "x"))).isEqualTo(FailureReason.PROTOCOL);
    assertThat(reason(flood(chunked + "0\r\n", "X: y\r\n"))).isEqualTo(FailureReason.PROTOCOL);
    assertThat(reason(flood(chunked, "1"))).isEqualTo(FailureReason.PROTOCOL);
    assertThat(reason(flood(chunked, "1;" + "x".repeat(999) + "\r\nx\r\n")))
        .isEqualTo(FailureReason.PROTOCOL);
  }

  private FetchResult flood(String start, String forever) throws Exception {
    try (var server =
        ScriptedServer.playing(peer -> {
          peer.answer(start);
          peer.sendForever(forever.repeat(100));
        })) {
      return fetch(server.url("/"));
    }
  }
}
