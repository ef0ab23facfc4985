package dev.crawler.http;

import dev.crawler.core.plan.HttpSettings;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.client5.http.ssl.TrustAllStrategy;
import org.apache.hc.core5.ssl.SSLContexts;

/// The secure layer over a connection. Sessions are resumed within one fetcher. *Thread-safe.*
///
/// @param strategy what the library makes handshakes with
record Tls(TlsSocketStrategy strategy) {
  /// Certificates and host names verified, or neither.
  static Tls of(HttpSettings settings) {
    return settings.verifyTls() ? trusting(SSLContexts.createDefault()) : trustingAll();
  }

  /// Certificates verified by the context, host names by the JDK.
  static Tls trusting(SSLContext context) {
    return new Tls(new DefaultClientTlsStrategy(context, HostnameVerificationPolicy.BUILTIN, null));
  }

  private static Tls trustingAll() {
    try {
      var context = SSLContexts.custom().loadTrustMaterial(null, TrustAllStrategy.INSTANCE).build();
      return new Tls(
          new DefaultClientTlsStrategy(
              context, HostnameVerificationPolicy.CLIENT, NoopHostnameVerifier.INSTANCE));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no TLS in this JDK", e);
    }
  }
}
