package dev.crawler.vertx.client;

import dev.crawler.core.plan.HttpSettings;
import io.vertx.core.net.ClientSSLOptions;
import java.util.concurrent.TimeUnit;

/// The secure layer over a connection: TLS of the JDK, set up by Vert.x on a worker thread when the
/// first https URL wants it.
final class Tls {
  private Tls() {}

  /// Certificates and host names verified, or neither. The deadline of the exchange covers the
  /// handshake, so that it has no other.
  static ClientSSLOptions of(HttpSettings settings) {
    var options = new ClientSSLOptions();
    options.setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
    options.setSslHandshakeTimeout(2 * settings.timeout().toMillis() + 1_000);
    return settings.verifyTls()
        ? options.setHostnameVerificationAlgorithm("HTTPS")
        : options.setTrustAll(true).setHostnameVerificationAlgorithm("");
  }
}
