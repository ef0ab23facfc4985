package dev.crawler.tck.fetcher;

import static dev.crawler.tck.fetcher.Fetching.UNHURRIED;
import static dev.crawler.tck.fetcher.Fetching.reason;
import static dev.crawler.tck.fetcher.Fetching.resolving;
import static dev.crawler.tck.fetcher.Fetching.task;
import static dev.crawler.tck.fetcher.Fetching.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.tck.tls.Identity;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whom a fetcher believes to be who they say.
interface CertificateContract extends FetcherUnderTest {
  @Tag("spec:H10")
  @Test
  default void aTrustedCertificateOfTheRightNameIsFine() throws Exception {
    try (var server = ScriptedServer.secure(Identity.TRUE, peer -> peer.page("ok"));
        var fetcher = trusting()) {

      assertThat(text(fetcher.fetch(task(server.secureUrl("named.example"))))).isEqualTo("ok");
      assertThat(text(fetcher.fetch(task(server.secureUrl("named.example."))))).isEqualTo("ok");
      assertThat(text(fetcher.fetch(task(server.secureUrl("127.0.0.1"))))).isEqualTo("ok");
    }
  }

  @Tag("spec:H10")
  @Test
  default void aSecureConnectionIsKept() throws Exception {
    try (var server =
            ScriptedServer.secure(
                Identity.TRUE,
                peer -> {
                  peer.page("one");
                  peer.page("two");
                });
        var fetcher = trusting()) {

      assertThat(text(fetcher.fetch(task(server.secureUrl("named.example"))))).isEqualTo("one");
      assertThat(text(fetcher.fetch(task(server.secureUrl("named.example"))))).isEqualTo("two");
      assertThat(text(fetcher.fetch(task(server.secureUrl("127.0.0.1"))))).isEqualTo("one");

      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Tag("spec:H10")
  @Test
  default void anUnknownRootAWrongNameOrAnExpiredCertificateIsAFailureOfTls() throws Exception {
    try (var server = ScriptedServer.secure(Identity.TRUE, peer -> peer.page("ok"));
        var old = ScriptedServer.secure(Identity.EXPIRED, peer -> peer.page("ok"))) {
      var local = resolving("127.0.0.1");

      var unknownRoot = fetchOnce(fetcher(UNHURRIED, local), server.secureUrl("named.example"));
      var wrongName = fetchOnce(trusting(), server.secureUrl("other.example"));
      var tooOld = fetchOnce(trusting(), old.secureUrl("named.example"));

      assertThat(List.of(unknownRoot, wrongName, tooOld))
          .allSatisfy(result -> assertThat(reason(result)).isEqualTo(FailureReason.TLS));
      assertThat(List.of(unknownRoot, wrongName, tooOld))
          .map(result -> ((FetchResult.Unreachable) result).message())
          .satisfiesExactly(
              root -> assertThat(root).contains("unable to find valid certification path"),
              name -> assertThat(name).contains("No subject alternative DNS name"),
              age -> assertThat(age).startsWith("NotAfter"));
    }
  }

  @Tag("spec:H10")
  @Test
  default void anyCertificateIsFineWhenNothingIsVerified() throws Exception {
    var insecure =
        new HttpSettings(
            UNHURRIED.connectTimeout(),
            UNHURRIED.timeout(),
            99,
            UNHURRIED.userAgent(),
            UNHURRIED.headers(),
            false);
    try (var server = ScriptedServer.secure(Identity.EXPIRED, peer -> peer.page("ok"));
        var fetcher = fetcher(insecure, resolving("127.0.0.1"))) {

      assertThat(text(fetcher.fetch(task(server.secureUrl("other.example"))))).isEqualTo("ok");
    }
  }

  @Tag("spec:H10")
  @Test
  default void plainHttpOnTheSecurePortIsAFailureOfTls() throws Exception {
    try (var server =
            ScriptedServer.playing(peer -> {
              peer.send("HTTP/1.1 400 Bad Request\r\n\r\n");
              peer.hold();
            });
        var fetcher = trusting()) {

      assertThat(reason(fetcher.fetch(task(server.secureUrl("named.example")))))
          .isEqualTo(FailureReason.TLS);
    }
  }

  @Tag("spec:H10")
  @Test
  default void tlsOnThePlainPortIsNoHttp() throws Exception {
    var alert = "\u0015\u0003\u0001\0\u0002\u0002\n";
    try (var server = ScriptedServer.answering(alert)) {

      assertThat(reason(fetch(server.url("/")))).isEqualTo(FailureReason.PROTOCOL);
    }
  }

  private static FetchResult fetchOnce(BlockingFetcher fetcher, CrawlUrl url) {
    try (fetcher) {
      return fetcher.fetch(task(url));
    }
  }
}
