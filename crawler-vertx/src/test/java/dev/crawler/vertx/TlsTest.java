package dev.crawler.vertx;

import static dev.crawler.vertx.Fetching.QUICK;
import static dev.crawler.vertx.Fetching.fetcher;
import static dev.crawler.vertx.Fetching.reason;
import static dev.crawler.vertx.Fetching.response;
import static dev.crawler.vertx.Fetching.task;
import static dev.crawler.vertx.Fetching.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@Tag("spec:H10")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TlsTest {
  private static final NameResolver LOCAL = _ -> List.of(InetAddress.ofLiteral("127.0.0.1"));

  private TestCertificate valid;
  private TestCertificate expired;

  @BeforeAll
  void makeCertificates(@TempDir Path folder) throws Exception {
    var names = "dns:named.example,ip:127.0.0.1";
    valid = TestCertificate.of(folder, names, "-1H");
    expired = TestCertificate.of(folder, names, "-9d");
  }

  @Test
  void aTrustedCertificateOfTheRightNameIsFine() throws Exception {
    try (var server = serving(valid, peer -> peer.page("ok"));
        var fetcher = trusting(valid)) {

      assertThat(text(fetcher.fetch(task(url("named.example", server))))).isEqualTo("ok");
      assertThat(text(fetcher.fetch(task(url("named.example.", server))))).isEqualTo("ok");
      assertThat(text(fetcher.fetch(task(url("127.0.0.1", server))))).isEqualTo("ok");
    }
  }

  @Test
  void aSecureConnectionIsKept() throws Exception {
    try (var server =
            serving(
                valid,
                peer -> {
                  peer.page("one");
                  peer.page("two");
                });
        var fetcher = trusting(valid)) {

      assertThat(text(fetcher.fetch(task(url("named.example", server))))).isEqualTo("one");
      assertThat(text(fetcher.fetch(task(url("named.example", server))))).isEqualTo("two");
      assertThat(text(fetcher.fetch(task(url("127.0.0.1", server))))).isEqualTo("one");

      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void anUnknownRootAWrongNameOrAnExpiredCertificateIsAFailureOfTls() throws Exception {
    try (var server = serving(valid, peer -> peer.page("ok"));
        var old = serving(expired, peer -> peer.page("ok"));
        var strict = fetcher(QUICK, LOCAL);
        var trustingValid = trusting(valid);
        var trustingExpired = trusting(expired)) {

      var unknownRoot = strict.fetch(task(url("named.example", server)));
      var wrongName = trustingValid.fetch(task(url("other.example", server)));
      var tooOld = trustingExpired.fetch(task(url("named.example", old)));

      assertThat(List.of(unknownRoot, wrongName, tooOld))
          .allSatisfy(result -> assertThat(reason(result)).isEqualTo(FailureReason.TLS));
    }
  }

  @Test
  void allOfThatIsFineWhenNothingIsVerified() throws Exception {
    var insecure =
        new HttpSettings(
            QUICK.connectTimeout(), QUICK.timeout(), 99, QUICK.userAgent(), QUICK.headers(), false);
    try (var server = serving(expired, peer -> peer.page("ok"));
        var fetcher = fetcher(insecure, LOCAL)) {

      assertThat(text(fetcher.fetch(task(url("other.example", server))))).isEqualTo("ok");
    }
  }

  @Test
  void plainHttpOnTheSecurePortIsAFailureOfTls() throws Exception {
    try (var server =
            ScriptedServer.playing(peer -> {
              peer.send("HTTP/1.1 400 Bad Request\r\n\r\n");
              peer.hold();
            });
        var fetcher = trusting(valid)) {

      assertThat(reason(fetcher.fetch(task(url("named.example", server)))))
          .isEqualTo(FailureReason.TLS);
    }
  }

  @Test
  void tlsOnThePlainPortIsNoHttp() throws Exception {
    var alert = "\u0015\u0003\u0001\0\u0002\u0002\n";
    try (var server = ScriptedServer.answering(alert)) {

      assertThat(reason(Fetching.fetch(server.url("/")))).isEqualTo(FailureReason.PROTOCOL);
    }
  }

  @Test
  void anEndWithoutFarewellIsFineAfterAWholeBody() throws Exception {
    var answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    assertThat(text(cutOff(answer))).isEqualTo("ok");
  }

  @Test
  void anEndWithoutFarewellTruncatesABodyWithoutLength() throws Exception {
    assertThat(reason(cutOff("HTTP/1.1 200 OK\r\n\r\nok"))).isEqualTo(FailureReason.TRUNCATED);
  }

  @Test
  void aKeptConnectionThatWasCutOffIsReplacedUnseen() throws Exception {
    try (var server =
            serving(
                valid,
                peer -> {
                  peer.page("kept");
                  peer.cutOff();
                });
        var fetcher = trusting(valid)) {

      assertThat(text(fetcher.fetch(task(url("named.example", server))))).isEqualTo("kept");
      assertThat(text(fetcher.fetch(task(url("named.example", server))))).isEqualTo("kept");
    }
  }

  @Test
  void aFarewellEndsABodyWithoutLength() throws Exception {
    try (var server = serving(valid, peer -> peer.answer("HTTP/1.1 200 OK\r\n\r\nok"));
        var fetcher = trusting(valid)) {

      var response = response(fetcher.fetch(task(url("named.example", server))));

      assertThat(response.body()).hasSize(2);
    }
  }

  private FetchResult cutOff(String answer) throws Exception {
    try (var server =
            serving(
                valid,
                peer -> {
                  peer.answer(answer);
                  peer.cutOff();
                });
        var fetcher = trusting(valid)) {
      return fetcher.fetch(task(url("named.example", server)));
    }
  }

  private static ScriptedServer serving(TestCertificate certificate, ScriptedServer.Script script)
      throws IOException {
    return ScriptedServer.secure(certificate.server(), script);
  }

  private static LoopFetcher trusting(TestCertificate certificate) {
    return LoopFetcher.trusting(QUICK, LOCAL, certificate);
  }

  private static CrawlUrl url(String host, ScriptedServer server) {
    return CrawlUrl.of("https://" + host + ":" + server.port() + "/");
  }
}
