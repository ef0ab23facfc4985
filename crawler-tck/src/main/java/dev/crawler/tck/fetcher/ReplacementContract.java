package dev.crawler.tck.fetcher;

import static dev.crawler.tck.fetcher.Fetching.UNHURRIED;
import static dev.crawler.tck.fetcher.Fetching.reason;
import static dev.crawler.tck.fetcher.Fetching.task;
import static dev.crawler.tck.fetcher.Fetching.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.FailureReason;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// When another connection takes the place of one that ended, and when that is a failure.
interface ReplacementContract extends FetcherUnderTest {
  @Tag("spec:H11")
  @Test
  default void aKeptConnectionThatTheServerClosedIsReplacedUnseen() throws Exception {
    try (var fetcher = fetcher(UNHURRIED);
        var server =
            ScriptedServer.playing(
                peer -> peer.page("first"),
                peer -> peer.page("second"),
                peer -> peer.page("third"))) {

      assertThat(fetchText(fetcher, server, "/1")).isEqualTo("first");
      assertThat(fetchText(fetcher, server, "/2")).isEqualTo("second");
      assertThat(fetchText(fetcher, server, "/3")).isEqualTo("third");
    }
  }

  @Tag("spec:H11")
  @Test
  default void severalKeptConnectionsThatTheServerClosedAreReplacedUnseen() throws Exception {
    var together = new CyclicBarrier(2);
    ScriptedServer.Script once =
        peer -> {
          meet(together);
          peer.page("once");
        };
    try (var fetcher = fetcher(UNHURRIED);
        var server = ScriptedServer.playing(once, once, peer -> peer.page("fresh"));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> fetchText(fetcher, server, "/1"));
      var second = threads.submit(() -> fetchText(fetcher, server, "/2"));
      assertThat(List.of(first.get(), second.get())).containsOnly("once");

      assertThat(fetchText(fetcher, server, "/3")).isEqualTo("fresh");
    }
  }

  @Tag("spec:H11")
  @Test
  default void aKeptConnectionThatIsResetOnTheNextRequestIsReplacedUnseen() throws Exception {
    try (var fetcher = fetcher(UNHURRIED);
        var server =
            ScriptedServer.playing(
                peer -> {
                  peer.page("first");
                  peer.readRequest();
                  peer.reset();
                },
                peer -> peer.page("second"))) {

      assertThat(fetchText(fetcher, server, "/1")).isEqualTo("first");
      assertThat(fetchText(fetcher, server, "/2")).isEqualTo("second");

      assertThat(server.requests()).hasSize(3);
    }
  }

  @Tag("spec:H11")
  @Test
  default void aKeptConnectionIsReplacedOnceOnly() throws Exception {
    try (var fetcher = fetcher(UNHURRIED);
        var server = ScriptedServer.playing(peer -> peer.page("first"), Peer::readRequest)) {

      assertThat(fetchText(fetcher, server, "/1")).isEqualTo("first");
      var result = fetcher.fetch(task(server.url("/2")));

      assertThat(reason(result)).isEqualTo(FailureReason.RESET);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Tag("spec:H11")
  @Test
  default void aKeptConnectionIsNotReplacedOnceTheAnswerHasBegun() throws Exception {
    try (var fetcher = fetcher(UNHURRIED);
        var server =
            ScriptedServer.playing(peer -> {
              peer.page("first");
              peer.answer("HTTP/1.1 200 OK\r\nContent-Le");
            })) {

      assertThat(fetchText(fetcher, server, "/1")).isEqualTo("first");
      var result = fetcher.fetch(task(server.url("/2")));

      assertThat(reason(result)).isEqualTo(FailureReason.RESET);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Tag("spec:H11")
  @Test
  default void aFreshConnectionThatIsClosedOrResetIsAFailure() throws Exception {
    try (var fetcher = fetcher(UNHURRIED);
        var closing = ScriptedServer.playing(Peer::readRequest);
        var resetting =
            ScriptedServer.playing(peer -> {
              peer.readRequest();
              peer.reset();
            })) {

      assertThat(reason(fetcher.fetch(task(closing.url("/"))))).isEqualTo(FailureReason.RESET);
      assertThat(reason(fetcher.fetch(task(resetting.url("/"))))).isEqualTo(FailureReason.RESET);
    }
  }

  @Tag("spec:H11")
  @Test
  default void aResetInsideTheBodyIsAReset() throws Exception {
    try (var fetcher = fetcher(UNHURRIED);
        var server =
            ScriptedServer.playing(peer -> {
              peer.answer("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nok");
              peer.reset();
            })) {

      assertThat(reason(fetcher.fetch(task(server.url("/"))))).isEqualTo(FailureReason.RESET);
    }
  }

  private static String fetchText(BlockingFetcher fetcher, ScriptedServer server, String path) {
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
