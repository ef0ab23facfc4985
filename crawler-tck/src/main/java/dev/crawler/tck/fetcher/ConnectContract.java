package dev.crawler.tck.fetcher;

import static dev.crawler.tck.fetcher.Fetching.BRIEF;
import static dev.crawler.tck.fetcher.Fetching.QUICK;
import static dev.crawler.tck.fetcher.Fetching.reason;
import static dev.crawler.tck.fetcher.Fetching.resolving;
import static dev.crawler.tck.fetcher.Fetching.settings;
import static dev.crawler.tck.fetcher.Fetching.task;
import static dev.crawler.tck.fetcher.Fetching.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How addresses are connected to, and in which order.
interface ConnectContract extends FetcherUnderTest {
  @Tag("spec:W3")
  @Test
  default void theNextAddressIsTriedWhenTheFirstIsDead() throws Exception {
    try (var server = ScriptedServer.playing(peer -> peer.page("alive"));
        var fetcher = fetcher(QUICK, resolving("127.0.0.2", "127.0.0.1"))) {

      var result = fetcher.fetch(task(named(server)));

      assertThat(text(result)).isEqualTo("alive");
      assertThat(result.trace().address()).isEqualTo("127.0.0.1");
    }
  }

  @Tag("spec:W3")
  @Test
  default void anAddressThatWasDeadIsNotTriedFirstAgain() throws Exception {
    try (var server =
            ScriptedServer.playing(
                peer -> peer.answer("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\none"),
                peer -> peer.page("two"));
        var fetcher = fetcher(QUICK, resolving("127.0.0.2", "127.0.0.1"))) {
      var first = fetcher.fetch(task(named(server)));

      try (var other = ScriptedServer.at("127.0.0.2", server.port(), Peer::readThenHold)) {
        var second = fetcher.fetch(task(named(server)));

        assertThat(text(first)).isEqualTo("one");
        assertThat(text(second)).isEqualTo("two");
        assertThat(other.connections()).isZero();
      }
    }
  }

  @Tag("spec:A4")
  @Test
  default void anIpv6LiteralIsConnectedToAndNamedWithItsBrackets() throws Exception {
    assumeTrue(hasIpv6());
    try (var server = ScriptedServer.at("::1", peer -> peer.page("six"));
        var fetcher = fetcher(QUICK)) {

      var result = fetcher.fetch(task(CrawlUrl.of("http://[::1]:" + server.port() + "/")));

      assertThat(text(result)).isEqualTo("six");
      assertThat(result.trace().address()).isEqualTo("0:0:0:0:0:0:0:1");
      assertThat(server.requests())
          .singleElement()
          .asString()
          .contains("\r\nHost: [::1]:" + server.port() + "\r\n");
    }
  }

  @Tag("spec:A4")
  @Test
  default void aRefusedConnectionIsAFailureToConnect() throws Exception {
    int port;
    try (var closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    try (var fetcher = fetcher(QUICK)) {

      var result = fetcher.fetch(task(CrawlUrl.of("http://127.0.0.1:" + port + "/")));

      assertThat(reason(result)).isEqualTo(FailureReason.CONNECT);
      assertThat(result.trace().address()).isEmpty();
    }
  }

  @Tag("spec:A4")
  @Test
  default void aFullBacklogEndsAtTheConnectTimeout() throws Exception {
    try (var hole = BlackHole.at("127.0.0.1", 0);
        var fetcher = fetcher(settings(BRIEF, 99))) {

      var result = fetcher.fetch(task(CrawlUrl.of("http://127.0.0.1:" + hole.port() + "/")));

      assertThat(reason(result)).isEqualTo(FailureReason.CONNECT);
      assertThat(result.trace().elapsed()).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Tag("spec:W3")
  @Test
  default void anAddressThatIsSilentLeavesEnoughTimeForTheNext() throws Exception {
    try (var server = ScriptedServer.playing(peer -> peer.page("alive"));
        var hole = BlackHole.at("127.0.0.2", server.port());
        var fetcher = fetcher(QUICK, resolving("127.0.0.2", "127.0.0.1"))) {
      assertThat(hole.port()).isEqualTo(server.port());

      var result = fetcher.fetch(task(named(server)));

      assertThat(text(result)).isEqualTo("alive");
      assertThat(result.trace().address()).isEqualTo("127.0.0.1");
    }
  }

  private static boolean hasIpv6() throws IOException {
    var loopback = NetworkInterface.getByInetAddress(InetAddress.ofLiteral("::1"));
    return loopback != null;
  }

  private static CrawlUrl named(ScriptedServer server) {
    return CrawlUrl.of("http://named.example:" + server.port() + "/");
  }
}
