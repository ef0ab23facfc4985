package dev.crawler.core.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FetchFailureTest {
  private static final FetchResult.Trace TRACE =
      new FetchResult.Trace(Instant.EPOCH, Duration.ZERO, "");

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"TLS", "INTERNAL"})
  void theWordsOfTheClientAreNotThoseOfTheRecord(FetchFailure failure) {
    var cause = new IOException("Connection reset by host secret.example");

    assertThat(failure.at(TRACE, cause)).isEqualTo(failure.at(TRACE));
  }

  @Test
  void whatIsWrongWithACertificateIsSaid() {
    var cause = new SSLHandshakeException("(certificate_expired)");
    cause.initCause(new CertificateExpiredException("NotAfter: yesterday"));

    assertThat(FetchFailure.TLS.at(TRACE, cause).message()).isEqualTo("NotAfter: yesterday");
    assertThat(FetchFailure.TLS.at(TRACE, new SSLHandshakeException("x")).message())
        .isEqualTo("TLS failed");
  }

  @Test
  void aDetailIsOneCleanLine() {
    var cause = new IllegalStateException("a\r\nb\u001b[31m\u202ec\u2028d" + "x".repeat(500));

    var message = FetchFailure.INTERNAL.at(TRACE, cause).message();

    assertThat(message).contains("a b [31m c dx").hasSize(200);
  }
}
