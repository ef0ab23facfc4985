package dev.crawler.vertx;

import static dev.crawler.vertx.Fetching.QUICK;
import static dev.crawler.vertx.Fetching.fetcher;
import static dev.crawler.vertx.Fetching.reason;
import static dev.crawler.vertx.Fetching.settings;
import static dev.crawler.vertx.Fetching.task;
import static dev.crawler.vertx.Fetching.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which addresses are connected to, and in which order.
@Tag("spec:A4")
final class AddressTest {
  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "0x7f.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]"})
  void aPrivateLiteralIsForbidden(String host) throws Exception {
    try (var server = ScriptedServer.playing(peer -> peer.page("secret"));
        var fetcher = fetcher(QUICK)) {
      var url = CrawlUrl.of("http://" + host + ":" + server.port() + "/");

      var result = fetcher.fetch(task(url, false));

      assertThat(result).isInstanceOf(FetchResult.Forbidden.class);
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void aNameThatLeadsToAPrivateAddressIsForbidden() throws Exception {
    try (var server = ScriptedServer.playing(peer -> peer.page("secret"));
        var fetcher = fetcher(QUICK, resolving("127.0.0.1"))) {

      var result = fetcher.fetch(task(named(server), false));

      assertThat(result)
          .isInstanceOfSatisfying(
              FetchResult.Forbidden.class,
              forbidden -> assertThat(forbidden.address()).isEqualTo("127.0.0.1"));
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void ofSeveralAddressesOnlyThePublicOnesAreTried() throws Exception {
    try (var server = ScriptedServer.playing(peer -> peer.page("secret"));
        var fetcher =
            fetcher(settings(Duration.ofMillis(300), 99), resolving("240.0.0.1", "127.0.0.1"))) {

      var result = fetcher.fetch(task(named(server), false));

      assertThat(result).isInstanceOf(FetchResult.Forbidden.class);
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void aKeptConnectionToAPrivateAddressServesNoTaskThatMayNotGoThere() throws Exception {
    try (var server =
            ScriptedServer.playing(peer -> {
              peer.page("allowed");
              peer.page("secret");
            });
        var fetcher = fetcher(QUICK)) {

      assertThat(text(fetcher.fetch(task(server.url("/"), true)))).isEqualTo("allowed");
      var result = fetcher.fetch(task(server.url("/"), false));

      assertThat(result).isInstanceOf(FetchResult.Forbidden.class);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void whatWasCheckedIsWhatIsConnectedTo() throws Exception {
    var asked = new AtomicInteger();
    NameResolver rebinding =
        _ ->
            List.of(InetAddress.ofLiteral(asked.getAndIncrement() == 0 ? "10.0.0.1" : "127.0.0.1"));
    try (var server = ScriptedServer.playing(peer -> peer.page("secret"));
        var fetcher = fetcher(QUICK, rebinding)) {

      var first = fetcher.fetch(task(named(server), false));
      var second = fetcher.fetch(task(named(server), false));

      assertThat(List.of(first, second)).hasOnlyElementsOfType(FetchResult.Forbidden.class);
      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void theNextAddressIsTriedWhenTheFirstIsDead() throws Exception {
    try (var server = ScriptedServer.playing(peer -> peer.page("alive"));
        var fetcher = fetcher(QUICK, resolving("127.0.0.2", "127.0.0.1"))) {

      var result = fetcher.fetch(task(named(server)));

      assertThat(text(result)).isEqualTo("alive");
      assertThat(result.trace().address()).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void anIpv6LiteralIsConnectedToAndNamedWithItsBrackets() throws Exception {
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

  @Test
  void aRefusedConnectionIsAFailureToConnect() throws Exception {
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

  @Test
  void aFullBacklogEndsAtTheConnectTimeout() throws Exception {
    var backlog = new ArrayList<Socket>();
    try (var deaf = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        var fetcher = fetcher(settings(Duration.ofMillis(300), 99))) {
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

  private static NameResolver resolving(String... literals) {
    return _ -> Stream.of(literals).map(InetAddress::ofLiteral).toList();
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
