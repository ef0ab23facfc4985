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
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How addresses are connected to, and in which order.
interface ConnectContract extends FetcherUnderTest {
  @Tag("spec:A4")
  @Test
  default void theNextAddressIsTriedWhenTheFirstIsDead() throws Exception {
    try (var server = ScriptedServer.playing(peer -> peer.page("alive"));
        var fetcher = fetcher(QUICK, resolving("127.0.0.2", "127.0.0.1"))) {

      var result = fetcher.fetch(task(named(server)));

      assertThat(text(result)).isEqualTo("alive");
      assertThat(result.trace().address()).isEqualTo("127.0.0.1");
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
    var backlog = new ArrayList<Socket>();
    try (var deaf = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        var fetcher = fetcher(settings(BRIEF, 99))) {
      for (int i = 0; i < 8; i++) {
        var socket = new Socket();
        backlog.add(socket);
        socket.setSoTimeout(1);
        connectIfRoom(socket, deaf);
      }

      var result =
          fetcher.fetch(task(CrawlUrl.of("http://127.0.0.1:" + deaf.getLocalPort() + "/")));

      assertThat(reason(result)).isEqualTo(FailureReason.CONNECT);
      assertThat(result.trace().elapsed()).isLessThan(Duration.ofSeconds(10));
    } finally {
      for (var socket : backlog) {
        socket.close();
      }
    }
  }

  private static boolean hasIpv6() throws IOException {
    var loopback = NetworkInterface.getByInetAddress(InetAddress.ofLiteral("::1"));
    return loopback != null;
  }

  private static CrawlUrl named(ScriptedServer server) {
    return CrawlUrl.of("http://named.example:" + server.port() + "/");
  }

  private static void connectIfRoom(Socket socket, ServerSocket listener) throws IOException {
    try {
      socket.connect(listener.getLocalSocketAddress(), 50);
    } catch (SocketTimeoutException _) {
      assertThat(socket.isConnected()).isFalse(); // the backlog is full, as it should be
    }
  }
}
