package dev.crawler.vertx;

import static dev.crawler.vertx.Fetching.QUICK;
import static dev.crawler.vertx.Fetching.fetcher;
import static dev.crawler.vertx.Fetching.reason;
import static dev.crawler.vertx.Fetching.task;
import static dev.crawler.vertx.Fetching.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FailureReason;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When a connection is used again, and when never.
@Tag("spec:H11")
final class KeepAliveTest {
  private final LoopFetcher fetcher = fetcher(QUICK);

  @AfterEach
  void close() {
    fetcher.close();
  }

  @Test
  void aConnectionServesOneRequestAfterTheOther() throws Exception {
    try (var server =
        ScriptedServer.playing(peer -> {
          peer.page("one");
          peer.answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\ntwo\r\n0\r\n\r\n");
          peer.answer("HTTP/1.1 204 No Content\r\n\r\n");
          peer.page("four");
        })) {

      assertThat(fetchText(server, "/1")).isEqualTo("one");
      assertThat(fetchText(server, "/2")).isEqualTo("two");
      assertThat(fetchText(server, "/3")).isEmpty();
      assertThat(fetchText(server, "/4")).isEqualTo("four");

      assertThat(server.connections()).isEqualTo(1);
    }
  }

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
  void aConnectionIsNotUsedAgainAfter(String answer) throws Exception {
    try (var server =
        ScriptedServer.playing(
            peer -> {
              peer.answer(answer);
              peer.page("never asked");
            },
            peer -> peer.page("second"))) {

      fetcher.fetch(task(server.url("/1")));

      assertThat(fetchText(server, "/2")).isEqualTo("second");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void anUnsolicitedAnswerIsNeverTakenForAnothers() throws Exception {
    var sent = new CountDownLatch(1);
    try (var server =
        ScriptedServer.playing(
            peer -> {
              peer.page("first");
              peer.send("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nsmuggle");
              sent.countDown();
              peer.hold();
            },
            peer -> peer.page("second"))) {

      assertThat(fetchText(server, "/1")).isEqualTo("first");
      sent.await();

      assertThat(fetchText(server, "/2")).isEqualTo("second");
    }
  }

  @Test
  void aKeptConnectionThatTheServerClosedIsReplacedUnseen() throws Exception {
    try (var server =
        ScriptedServer.playing(
            peer -> peer.page("first"), peer -> peer.page("second"), peer -> peer.page("third"))) {

      assertThat(fetchText(server, "/1")).isEqualTo("first");
      assertThat(fetchText(server, "/2")).isEqualTo("second");
      assertThat(fetchText(server, "/3")).isEqualTo("third");
    }
  }

  @Test
  void severalKeptConnectionsThatTheServerClosedAreReplacedUnseen() throws Exception {
    var together = new CyclicBarrier(2);
    ScriptedServer.Script once =
        peer -> {
          meet(together);
          peer.page("once");
        };
    try (var server = ScriptedServer.playing(once, once, peer -> peer.page("fresh"));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> fetchText(server, "/1"));
      var second = threads.submit(() -> fetchText(server, "/2"));
      assertThat(List.of(first.get(), second.get())).containsOnly("once");

      assertThat(fetchText(server, "/3")).isEqualTo("fresh");
    }
  }

  @Test
  void aKeptConnectionThatIsResetOnTheNextRequestIsReplacedUnseen() throws Exception {
    try (var server =
        ScriptedServer.playing(
            peer -> {
              peer.page("first");
              peer.readRequest();
              peer.reset();
            },
            peer -> peer.page("second"))) {

      assertThat(fetchText(server, "/1")).isEqualTo("first");
      assertThat(fetchText(server, "/2")).isEqualTo("second");

      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void itIsReplacedOnceOnly() throws Exception {
    try (var server = ScriptedServer.playing(peer -> peer.page("first"), Peer::readRequest)) {

      assertThat(fetchText(server, "/1")).isEqualTo("first");
      var result = fetcher.fetch(task(server.url("/2")));

      assertThat(reason(result)).isEqualTo(FailureReason.RESET);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void itIsNotReplacedOnceTheAnswerHasBegun() throws Exception {
    try (var server =
        ScriptedServer.playing(peer -> {
          peer.page("first");
          peer.answer("HTTP/1.1 200 OK\r\nContent-Le");
        })) {

      assertThat(fetchText(server, "/1")).isEqualTo("first");
      var result = fetcher.fetch(task(server.url("/2")));

      assertThat(reason(result)).isEqualTo(FailureReason.RESET);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aFreshConnectionThatIsClosedOrResetIsAFailure() throws Exception {
    try (var closing = ScriptedServer.playing(Peer::readRequest);
        var resetting =
            ScriptedServer.playing(peer -> {
              peer.readRequest();
              peer.reset();
            })) {

      assertThat(reason(fetcher.fetch(task(closing.url("/"))))).isEqualTo(FailureReason.RESET);
      assertThat(reason(fetcher.fetch(task(resetting.url("/"))))).isEqualTo(FailureReason.RESET);
    }
  }

  @Test
  void aResetInsideTheBodyIsAReset() throws Exception {
    try (var server =
        ScriptedServer.playing(peer -> {
          peer.answer("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nok");
          peer.reset();
        })) {

      assertThat(reason(fetcher.fetch(task(server.url("/"))))).isEqualTo(FailureReason.RESET);
    }
  }

  private String fetchText(ScriptedServer server, String path) {
    return text(fetcher.fetch(task(server.url(path))));
  }

  private static void meet(CyclicBarrier barrier) throws IOException, InterruptedException {
    try {
      barrier.await();
    } catch (BrokenBarrierException e) {
      throw new IOException(e);
    }
  }
}
