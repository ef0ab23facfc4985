package dev.crawler.tck.fetcher;

import static dev.crawler.tck.fetcher.Fetching.BRIEF;
import static dev.crawler.tck.fetcher.Fetching.QUICK;
import static dev.crawler.tck.fetcher.Fetching.reason;
import static dev.crawler.tck.fetcher.Fetching.resolving;
import static dev.crawler.tck.fetcher.Fetching.settings;
import static dev.crawler.tck.fetcher.Fetching.task;
import static dev.crawler.tck.fetcher.Fetching.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.url.CrawlUrl;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which addresses are connected to.
interface AddressContract extends FetcherUnderTest {
  @Tag("spec:A4")
  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "0x7f.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]"})
  default void aPrivateLiteralIsForbidden(String host) throws Exception {
    try (var server = ScriptedServer.playing(peer -> peer.page("secret"));
        var fetcher = fetcher(QUICK)) {
      var url = CrawlUrl.of("http://" + host + ":" + server.port() + "/");

      var result = fetcher.fetch(task(url, false));

      assertThat(result).isInstanceOf(FetchResult.Forbidden.class);
      assertThat(server.connections()).isZero();
    }
  }

  @Tag("spec:A4")
  @Test
  default void aNameThatLeadsToAPrivateAddressIsForbidden() throws Exception {
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

  @Tag("spec:A4")
  @Test
  default void ofSeveralAddressesNoneIsTriedWhenAllAreForbidden() throws Exception {
    try (var server = ScriptedServer.playing(peer -> peer.page("secret"));
        var fetcher = fetcher(settings(BRIEF, 99), resolving("240.0.0.1", "127.0.0.1"))) {

      var result = fetcher.fetch(task(named(server), false));

      assertThat(result).isInstanceOf(FetchResult.Forbidden.class);
      assertThat(server.connections()).isZero();
    }
  }

  /// Nobody is at the public address, which is one for documentation (RFC 5737).
  @Tag("spec:A4")
  @Test
  default void whereNobodyAnswersAtThePublicAddressesTheOthersAreNotTried() throws Exception {
    try (var server = ScriptedServer.playing(peer -> peer.page("secret"));
        var fetcher =
            fetcher(settings(BRIEF, 99), resolving("127.0.0.1", "203.0.113.1", "127.0.0.1"))) {

      var result = fetcher.fetch(task(named(server), false));

      assertThat(reason(result)).isEqualTo(FailureReason.CONNECT);
      assertThat(server.connections()).isZero();
    }
  }

  @Tag("spec:A4")
  @Test
  default void aKeptConnectionToAPrivateAddressServesNoTaskThatMayNotGoThere() throws Exception {
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

  @Tag("spec:A4")
  @Test
  default void whatWasCheckedIsWhatIsConnectedTo() throws Exception {
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

  private static CrawlUrl named(ScriptedServer server) {
    return CrawlUrl.of("http://named.example:" + server.port() + "/");
  }
}
