package dev.crawler.tck.fetcher;

import static dev.crawler.tck.fetcher.Fetching.UNHURRIED;
import static dev.crawler.tck.fetcher.Fetching.reason;
import static dev.crawler.tck.fetcher.Fetching.task;
import static dev.crawler.tck.fetcher.Fetching.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.fetch.ProxyServer;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.tck.tls.Identity;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How requests go through a proxy.
interface ProxyContract extends FetcherUnderTest {
  /// Of the client's look-ups: whom the proxy knows is its own affair.
  NameResolver KNOWS_NOBODY =
      host -> {
        throw new UnknownHostException(host);
      };

  @Tag("spec:W4")
  @Test
  default void aPlainRequestNamesItsWholeUrlAndKeepsItsConnectionToTheProxy() throws Exception {
    try (var proxy =
            ScriptedServer.playing(peer -> {
              peer.page("one");
              peer.page("two");
            });
        var fetcher = fetcher(through(proxy, ""), KNOWS_NOBODY)) {

      var one = fetcher.fetch(task(CrawlUrl.of("http://named.example:8080//a|b?c=%2f#d")));
      var two = fetcher.fetch(task(CrawlUrl.of("http://named.example:8080/")));

      assertThat(text(one)).isEqualTo("one");
      assertThat(text(two)).isEqualTo("two");
      assertThat(proxy.connections()).isEqualTo(1);
      assertThat(proxy.requests().getFirst())
          .startsWith("GET http://named.example:8080//a|b?c=%2f HTTP/1.1\r\n")
          .contains("\r\nHost: named.example:8080\r\n")
          .doesNotContain("Authorization");
    }
  }

  @Tag("spec:W4")
  @Test
  default void aSecureRequestGoesThroughATunnelThatIsKept() throws Exception {
    try (var server =
            ScriptedServer.secure(
                Identity.TRUE,
                peer -> {
                  peer.page("one");
                  peer.page("two");
                });
        var proxy = ScriptedServer.playing(ForwardProxy.OPEN);
        var fetcher = trusting(through(proxy, ""))) {

      var one = fetcher.fetch(task(server.secureUrl("named.example")));
      var two = fetcher.fetch(task(server.secureUrl("named.example")));

      assertThat(text(one)).isEqualTo("one");
      assertThat(text(two)).isEqualTo("two");
      var authority = "named.example:" + server.port();
      assertThat(proxy.requests())
          .containsExactly(
              "CONNECT %s HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(authority, authority));
      assertThat(server.requests().getFirst()).startsWith("GET / HTTP/1.1\r\n");
    }
  }

  @Tag("spec:W4")
  @Test
  default void whoHasTheCertificateIsTheTargetAndNotTheProxy() throws Exception {
    try (var server = ScriptedServer.secure(Identity.TRUE, peer -> peer.page("ok"));
        var proxy = ScriptedServer.playing(ForwardProxy.OPEN);
        var fetcher = trusting(through(proxy, ""))) {

      var result = fetcher.fetch(task(server.secureUrl("other.example")));

      assertThat(reason(result)).isEqualTo(FailureReason.TLS);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Tag("spec:W5")
  @Test
  default void theCredentialsOfTheProxyAreForTheProxyAlone() throws Exception {
    var basic = "Basic dXNlcjpwYTpzcw==";
    try (var secure = ScriptedServer.secure(Identity.TRUE, peer -> peer.page("secure"));
        var plain = ScriptedServer.playing(peer -> peer.page("plain"));
        var proxy = ScriptedServer.playing(new ForwardProxy(basic));
        var fetcher = trusting(through(proxy, "user:pa%3Ass@"))) {

      var first = fetcher.fetch(task(secure.secureUrl("named.example")));
      var second = fetcher.fetch(task(plain.url("/")));

      assertThat(text(first)).isEqualTo("secure");
      assertThat(text(second)).isEqualTo("plain");
      assertThat(proxy.requests())
          .hasSize(2)
          .allSatisfy(
              head -> assertThat(head).contains("\r\nProxy-Authorization: " + basic + "\r\n"));
      assertThat(secure.requests()).singleElement().asString().doesNotContain("uthorization");
    }
  }

  /// A fetcher that trusts one certificate and finds no name by itself.
  default BlockingFetcher trusting(HttpSettings settings) {
    return TrustingFetcher.of(() -> fetcher(settings, KNOWS_NOBODY));
  }

  /// Two seconds at most for everything, through a proxy.
  static HttpSettings through(ScriptedServer proxy, String credentials) {
    return UNHURRIED.through(ProxyServer.of("http://" + credentials + "127.0.0.1:" + proxy.port()));
  }
}
