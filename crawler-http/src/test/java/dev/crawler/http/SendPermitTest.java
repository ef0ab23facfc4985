package dev.crawler.http;

import static dev.crawler.tck.fetcher.Fetching.PATIENT;
import static dev.crawler.tck.fetcher.Fetching.reason;
import static dev.crawler.tck.fetcher.Fetching.task;
import static dev.crawler.tck.fetcher.Fetching.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.fetch.ProxyServer;
import dev.crawler.core.fetch.SendPermit;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.tck.fetcher.Peer;
import dev.crawler.tck.fetcher.ScriptedServer;
import dev.crawler.tck.tls.Identity;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What goes out when the permit to send is withdrawn. The servers wait for whatever comes, up to
/// the end of the connection, and the settings have no timeout that would end it.
@Timeout(60)
final class SendPermitTest {
  private final CompletableFuture<String> heard = new CompletableFuture<>();
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void withoutItNoByteGoesOut() throws Exception {
    try (var server = ScriptedServer.playing(this::hear);
        var fetcher = fetcher(PATIENT, firstOnly(0))) {
      var result = fetcher.fetch(task(server.url("/")));

      assertThat(reason(result)).isEqualTo(FailureReason.CANCELLED);
      assertThat(heard.get()).isEmpty();
    }
  }

  @Test
  void withdrawnWhenTheConnectionWasAcceptedItLetsNoByteOut() throws Exception {
    var given = new AtomicBoolean(true);
    var accepted = new CompletableFuture<Boolean>();
    SendPermit permit = () -> accepted.join() && given.get();
    try (var server =
            ScriptedServer.playing(peer -> {
              given.set(false);
              accepted.complete(true);
              hear(peer);
            });
        var fetcher = fetcher(PATIENT, permit)) {
      var result = fetcher.fetch(task(server.url("/")));

      assertThat(reason(result)).isEqualTo(FailureReason.CANCELLED);
      assertThat(heard.get()).isEmpty();
    }
  }

  @Test
  void aKeptConnectionIsClosedAndCarriesNoFurtherRequest() throws Exception {
    var given = new AtomicBoolean(true);
    try (var server =
            ScriptedServer.playing(
                peer -> {
                  peer.page("first");
                  hear(peer);
                },
                Peer::servePages);
        var fetcher = fetcher(PATIENT, given::get)) {
      var first = fetcher.fetch(task(server.url("/1")));
      given.set(false);
      var second = fetcher.fetch(task(server.url("/2")));
      var rest = heard.get();
      given.set(true);
      var third = fetcher.fetch(task(server.url("/3")));

      assertThat(text(first)).isEqualTo("first");
      assertThat(reason(second)).isEqualTo(FailureReason.CANCELLED);
      assertThat(rest).isEmpty();
      assertThat(text(third)).isEqualTo("page");
    }
  }

  @Test
  void theUnseenReplacementOfAKeptConnectionAsksToo() throws Exception {
    try (var server =
            ScriptedServer.playing(
                peer -> {
                  peer.page("first");
                  peer.readRequest();
                },
                this::hear);
        var fetcher = fetcher(PATIENT, firstOnly(2))) {
      fetcher.fetch(task(server.url("/1")));

      var result = fetcher.fetch(task(server.url("/2")));

      assertThat(reason(result)).isEqualTo(FailureReason.CANCELLED);
      assertThat(heard.get()).isEmpty();
      assertThat(asked).hasValue(3);
    }
  }

  @Test
  void noHandshakeIsBegunWithoutIt() throws Exception {
    try (var server = ScriptedServer.playing(this::hear);
        var fetcher = fetcher(PATIENT, firstOnly(0))) {
      var result = fetcher.fetch(task(secureUrl(server.port())));

      assertThat(reason(result)).isEqualTo(FailureReason.CANCELLED);
      assertThat(heard.get()).isEmpty();
    }
  }

  @Test
  void withdrawnInTheHandshakeItLetsNoRequestOut() throws Exception {
    try (var server = ScriptedServer.secure(Identity.TRUE, this::hear);
        var fetcher = fetcher(trusting(PATIENT), firstOnly(1))) {
      var result = fetcher.fetch(task(secureUrl(server.port())));

      assertThat(reason(result)).isEqualTo(FailureReason.CANCELLED);
      assertThat(heard.get()).isEmpty();
      assertThat(asked).hasValue(2);
    }
  }

  @Test
  void aSecureRequestThatIsPermittedGoesOut() throws Exception {
    try (var server = ScriptedServer.secure(Identity.TRUE, peer -> peer.page("secure"));
        var fetcher = fetcher(trusting(PATIENT), firstOnly(2))) {
      var result = fetcher.fetch(task(secureUrl(server.port())));

      assertThat(text(result)).isEqualTo("secure");
    }
  }

  @Test
  void aProxyIsNotAskedForATunnelWithoutIt() throws Exception {
    try (var proxy = ScriptedServer.playing(this::hear);
        var fetcher = fetcher(through(proxy), firstOnly(0))) {
      var result = fetcher.fetch(task(secureUrl(1)));

      assertThat(reason(result)).isEqualTo(FailureReason.CANCELLED);
      assertThat(heard.get()).isEmpty();
    }
  }

  @Test
  void withdrawnWhileTheProxyAnswersItLetsNothingIntoTheTunnel() throws Exception {
    var given = new AtomicBoolean(true);
    try (var proxy =
            ScriptedServer.playing(peer -> {
              peer.readRequest();
              given.set(false);
              peer.send("HTTP/1.1 200 OK\r\n\r\n");
              hear(peer);
            });
        var fetcher = fetcher(through(proxy), given::get)) {
      var result = fetcher.fetch(task(secureUrl(1)));

      assertThat(reason(result)).isEqualTo(FailureReason.CANCELLED);
      assertThat(proxy.requests()).singleElement().asString().startsWith("CONNECT ");
      assertThat(heard.get()).isEmpty();
    }
  }

  private void hear(Peer peer) {
    heard.complete(peer.readToEnd());
  }

  /// Is given so many times, and then withdrawn.
  private SendPermit firstOnly(int times) {
    return () -> asked.incrementAndGet() <= times;
  }

  private static ApacheFetcher fetcher(HttpSettings settings, SendPermit permit) {
    return ApacheFetcher.of(settings, NameResolver.SYSTEM, InstantSource.system(), 8, permit);
  }

  private static HttpSettings through(ScriptedServer proxy) {
    return PATIENT.through(ProxyServer.of("http://127.0.0.1:" + proxy.port()));
  }

  private static HttpSettings trusting(HttpSettings settings) {
    return new HttpSettings(
        settings.connectTimeout(),
        settings.timeout(),
        settings.maxBody(),
        settings.userAgent(),
        settings.headers(),
        false);
  }

  private static CrawlUrl secureUrl(int port) {
    return CrawlUrl.of("https://127.0.0.1:" + port + "/");
  }
}
