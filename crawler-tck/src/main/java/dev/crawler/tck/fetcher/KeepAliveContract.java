package dev.crawler.tck.fetcher;

import static dev.crawler.tck.fetcher.Fetching.UNHURRIED;
import static dev.crawler.tck.fetcher.Fetching.task;
import static dev.crawler.tck.fetcher.Fetching.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.BlockingFetcher;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When a connection is used again, and when never.
interface KeepAliveContract extends FetcherUnderTest {
  @Tag("spec:H11")
  @Test
  default void aConnectionServesOneRequestAfterTheOther() throws Exception {
    try (var fetcher = fetcher(UNHURRIED);
        var server =
            ScriptedServer.playing(peer -> {
              peer.page("one");
              peer.answer(
                  "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\ntwo\r\n0\r\n\r\n");
              peer.answer("HTTP/1.1 204 No Content\r\n\r\n");
              peer.page("four");
            })) {

      assertThat(fetchText(fetcher, server, "/1")).isEqualTo("one");
      assertThat(fetchText(fetcher, server, "/2")).isEqualTo("two");
      assertThat(fetchText(fetcher, server, "/3")).isEmpty();
      assertThat(fetchText(fetcher, server, "/4")).isEqualTo("four");

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Tag("spec:H11")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nConnection: x, Close\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\n"
            + "Content-Length: 9\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n"
            + "2\r\n"
            + "ok\r\n"
            + "0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokEXTRA",
        "HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\nok",
      })
  default void aConnectionIsNotUsedAgainAfter(String answer) throws Exception {
    try (var fetcher = fetcher(UNHURRIED);
        var server =
            ScriptedServer.playing(
                peer -> {
                  peer.answer(answer);
                  peer.page("never asked");
                },
                peer -> peer.page("second"))) {

      fetcher.fetch(task(server.url("/1")));

      assertThat(fetchText(fetcher, server, "/2")).isEqualTo("second");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Tag("spec:H11")
  @Test
  default void anUnsolicitedAnswerIsNeverTakenForAnothers() throws Exception {
    var sent = new CountDownLatch(1);
    try (var fetcher = fetcher(UNHURRIED);
        var server =
            ScriptedServer.playing(
                peer -> {
                  peer.page("first");
                  peer.send("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nsmuggle");
                  sent.countDown();
                  peer.hold();
                },
                peer -> peer.page("second"))) {

      assertThat(fetchText(fetcher, server, "/1")).isEqualTo("first");
      sent.await();

      assertThat(fetchText(fetcher, server, "/2")).isEqualTo("second");
    }
  }

  private static String fetchText(BlockingFetcher fetcher, ScriptedServer server, String path) {
    return text(fetcher.fetch(task(server.url(path))));
  }
}
