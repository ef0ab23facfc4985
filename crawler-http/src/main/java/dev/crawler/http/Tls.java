package dev.crawler.http;

import dev.crawler.core.plan.HttpSettings;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.client5.http.ssl.TrustAllStrategy;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;

/// The secure layer over a connection, set up when the first https URL wants it: reading the
/// trusted certificates takes longer than a whole page. Sessions are resumed within one fetcher.
/// *Thread-safe.*
final class Tls {
  private final Supplier<TlsSocketStrategy> setUp;
  private @Nullable TlsSocketStrategy strategy;

  Tls(Supplier<TlsSocketStrategy> setUp) {
    this.setUp = setUp;
  }

  /// Certificates and host names verified, or neither.
  static Tls of(HttpSettings settings) {
    return settings.verifyTls()
        ? new Tls(() -> verifying(SSLContexts.createDefault()))
        : new Tls(Tls::trustingAll);
  }

  /// Certificates verified by the context, host names by the JDK.
  static Tls trusting(SSLContext context) {
    return new Tls(() -> verifying(context));
  }

  /// What the library makes handshakes with.
  synchronized TlsSocketStrategy strategy() {
    if (strategy == null) {
      strategy = setUp.get();
    }
    return strategy;
  }

  private static TlsSocketStrategy verifying(SSLContext context) {
    return new DefaultClientTlsStrategy(context, HostnameVerificationPolicy.BUILTIN, null);
  }

  private static TlsSocketStrategy trustingAll() {
    try {
      var context = SSLContexts.custom().loadTrustMaterial(null, TrustAllStrategy.INSTANCE).build();
      return new DefaultClientTlsStrategy(
          context, HostnameVerificationPolicy.CLIENT, NoopHostnameVerifier.INSTANCE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no TLS in this JDK", e);
    }
  }
}
