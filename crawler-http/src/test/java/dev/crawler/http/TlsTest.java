package dev.crawler.http;

import static dev.crawler.http.Fetching.QUICK;
import static dev.crawler.http.Fetching.reason;
import static dev.crawler.http.Fetching.response;
import static dev.crawler.http.Fetching.task;
import static dev.crawler.http.Fetching.text;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Client.class)
@Tag("spec:H10")
final class TlsTest {
  private final Client client;

  TlsTest(Client client) {
    this.client = client;
  }

  private static final NameResolver LOCAL = _ -> List.of(InetAddress.ofLiteral("127.0.0.1"));

  private static TestCertificate valid;
  private static TestCertificate expired;

  @BeforeAll
  static void makeCertificates(@TempDir Path folder) throws Exception {
    var names = "dns:named.example,ip:127.0.0.1";
    valid = TestCertificate.of(folder, names, "-1H");
    expired = TestCertificate.of(folder, names, "-9d");
  }

  @Test
  void aTrustedCertificateOfTheRightNameIsFine() throws Exception {
    try (var server = serving(valid, peer -> peer.page("ok"));
        var fetcher = client.trusting(valid, LOCAL)) {

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
        var fetcher = client.trusting(valid, LOCAL)) {

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
        var strict = client.fetcher(QUICK, LOCAL);
        var trustingValid = client.trusting(valid, LOCAL);
        var trustingExpired = client.trusting(expired, LOCAL)) {

      var unknownRoot = strict.fetch(task(url("named.example", server)));
      var wrongName = trustingValid.fetch(task(url("other.example", server)));
      var tooOld = trustingExpired.fetch(task(url("named.example", old)));

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

  @Test
  void allOfThatIsFineWhenNothingIsVerified() throws Exception {
    var insecure =
        new HttpSettings(
            QUICK.connectTimeout(), QUICK.timeout(), 99, QUICK.userAgent(), QUICK.headers(), false);
    try (var server = serving(expired, peer -> peer.page("ok"));
        var fetcher = client.fetcher(insecure, LOCAL)) {

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
        var fetcher = client.trusting(valid, LOCAL)) {

      assertThat(reason(fetcher.fetch(task(url("named.example", server)))))
          .isEqualTo(FailureReason.TLS);
    }
  }

  @Test
  void tlsOnThePlainPortIsNoHttp() throws Exception {
    var alert = "\u0015\u0003\u0001\0\u0002\u0002\n";
    try (var server = ScriptedServer.answering(alert)) {

      assertThat(reason(client.fetch(server.url("/")))).isEqualTo(FailureReason.PROTOCOL);
    }
  }

  @Test
  void anEndWithoutFarewellIsFineAfterAWholeBody() throws Exception {
    var answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    assertThat(text(cutOff(answer))).isEqualTo("ok");
  }

  @Test
  void anEndWithoutFarewellTruncatesABodyWithoutLength() throws Exception {
    assertThat(System.getProperty("com.sun.net.ssl.requireCloseNotify")).isEqualTo("true");

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
        var fetcher = client.trusting(valid, LOCAL)) {

      assertThat(text(fetcher.fetch(task(url("named.example", server))))).isEqualTo("kept");
      assertThat(text(fetcher.fetch(task(url("named.example", server))))).isEqualTo("kept");
    }
  }

  @Test
  void aFarewellEndsABodyWithoutLength() throws Exception {
    try (var server = serving(valid, peer -> peer.answer("HTTP/1.1 200 OK\r\n\r\nok"));
        var fetcher = client.trusting(valid, LOCAL)) {

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
        var fetcher = client.trusting(valid, LOCAL)) {
      return fetcher.fetch(task(url("named.example", server)));
    }
  }

  private static ScriptedServer serving(TestCertificate certificate, ScriptedServer.Script script)
      throws IOException {
    return ScriptedServer.secure(certificate.server(), script);
  }

  private static CrawlUrl url(String host, ScriptedServer server) {
    return CrawlUrl.of("https://" + host + ":" + server.port() + "/");
  }
}
