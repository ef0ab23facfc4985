package dev.crawler.tck.fetcher;

import static dev.crawler.tck.fetcher.Fetching.QUICK;
import static dev.crawler.tck.fetcher.Fetching.reason;
import static dev.crawler.tck.fetcher.Fetching.resolving;
import static dev.crawler.tck.fetcher.Fetching.task;
import static dev.crawler.tck.fetcher.Fetching.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.fetch.ProxyServer;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.url.CrawlUrl;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a proxy does not let through, and what must not get as far as a proxy.
interface ProxyFailureContract extends FetcherUnderTest {
  CrawlUrl SECURE = CrawlUrl.of("https://named.example/");

  @Tag("spec:W4")
  @ParameterizedTest
  @ValueSource(strings = {"http://named.example/", "https://named.example/"})
  default void aProxyThatIsNotThereIsAFailureToConnect(String url) throws Exception {
    int port;
    try (var closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    var settings = QUICK.through(ProxyServer.of("http://user:secret@127.0.0.1:" + port));
    try (var fetcher = fetcher(settings, ProxyContract.KNOWS_NOBODY)) {

      var result = fetcher.fetch(task(CrawlUrl.of(url)));

      assertThat(failure(result)).isEqualTo("proxy 127.0.0.1:" + port + " cannot be reached");
    }
  }

  @Tag("spec:W4")
  @Test
  default void aProxyWithoutAnAddressIsAFailureToConnect() {
    var settings = QUICK.through(ProxyServer.of("http://proxy.example:3128"));
    try (var fetcher = fetcher(settings, ProxyContract.KNOWS_NOBODY)) {

      var result = fetcher.fetch(task(SECURE));

      assertThat(failure(result)).isEqualTo("proxy proxy.example:3128 cannot be reached");
    }
  }

  @Tag("spec:W4")
  @Test
  default void aTunnelThatIsRefusedIsAFailureToConnect() throws Exception {
    try (var proxy = ScriptedServer.playing(new ForwardProxy("Basic other"));
        var fetcher = fetcher(through(proxy), ProxyContract.KNOWS_NOBODY)) {

      var result = fetcher.fetch(task(SECURE));

      assertThat(failure(result)).isEqualTo("proxy 127.0.0.1:" + proxy.port() + " answered 407");
    }
  }

  @Tag("spec:W4")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200",
        "SSH-2.0\r\n\r\n",
        "HTTP/1.1 20\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\nunasked"
      })
  default void aProxyThatSpeaksNoHttpIsAFailureToConnect(String answer) throws Exception {
    try (var proxy = ScriptedServer.answering(answer);
        var fetcher = fetcher(through(proxy), ProxyContract.KNOWS_NOBODY)) {

      var result = fetcher.fetch(task(SECURE));

      assertThat(reason(result)).isIn(FailureReason.CONNECT, FailureReason.TLS);
      assertThat(proxy.requests()).hasSize(1);
    }
  }

  @Tag("spec:W4")
  @Test
  default void aSilentProxyCostsTheConnectTimeoutAndNoConnection() throws Exception {
    var settings =
        new HttpSettings(
            Duration.ofSeconds(1), Duration.ofSeconds(40), 99, "test/1", QUICK.headers(), true);
    try (var proxy = ScriptedServer.playing(Peer::readThenHold);
        var fetcher =
            fetcher(
                settings.through(through(proxy).proxy().orElseThrow()),
                ProxyContract.KNOWS_NOBODY)) {

      var result = fetcher.fetch(task(SECURE));

      assertThat(reason(result)).isEqualTo(FailureReason.CONNECT);
      assertThat(result.trace().elapsed()).isLessThan(Duration.ofSeconds(20));
      while (proxy.openConnections() > 0) {
        Thread.onSpinWait(); // until the timeout of the contract
      }
    }
  }

  @Tag("spec:W5")
  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1/", "https://[::1]/", "http://named.example/"})
  default void whatMayNotBeConnectedToIsNotAskedOfAProxy(String url) throws Exception {
    try (var proxy = ScriptedServer.playing(peer -> peer.page("secret"));
        var fetcher = fetcher(through(proxy), resolving("203.0.113.1", "10.0.0.1"))) {

      var result = fetcher.fetch(task(CrawlUrl.of(url), false));

      assertThat(result).isInstanceOf(FetchResult.Forbidden.class);
      assertThat(proxy.connections()).isZero();
    }
  }

  @Tag("spec:W5")
  @Test
  default void aNameThatOnlyTheProxyMayKnowIsNotAskedOfIt() throws Exception {
    try (var proxy = ScriptedServer.playing(peer -> peer.page("secret"));
        var fetcher = fetcher(through(proxy), ProxyContract.KNOWS_NOBODY)) {

      var result = fetcher.fetch(task(CrawlUrl.of("http://named.example/"), false));

      assertThat(reason(result)).isEqualTo(FailureReason.DNS);
      assertThat(proxy.connections()).isZero();
    }
  }

  @Tag("spec:W5")
  @Test
  default void aProxyMayBeAtAnyAddressAndServeTheSameHostAgain() throws Exception {
    NameResolver documentation = resolving("203.0.113.1");
    try (var proxy =
            ScriptedServer.playing(peer -> {
              peer.page("one");
              peer.page("two");
            });
        var fetcher = fetcher(through(proxy), documentation)) {

      var one = fetcher.fetch(task(CrawlUrl.of("http://named.example/"), false));
      var two = fetcher.fetch(task(CrawlUrl.of("http://named.example/"), false));

      assertThat(text(one)).isEqualTo("one");
      assertThat(text(two)).isEqualTo("two");
      assertThat(proxy.connections()).isEqualTo(1);
    }
  }

  private static HttpSettings through(ScriptedServer proxy) {
    return ProxyContract.through(proxy, "");
  }

  private static String failure(FetchResult result) {
    assertThat(reason(result)).isEqualTo(FailureReason.CONNECT);
    return ((FetchResult.Unreachable) result).message();
  }
}
