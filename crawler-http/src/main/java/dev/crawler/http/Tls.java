package dev.crawler.http;

import dev.crawler.core.plan.HttpSettings;
import java.security.GeneralSecurityException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TrustAllStrategy;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;

/// The secure layer over a connection, set up when the first https URL wants it: reading the
/// trusted certificates takes longer than a whole page. Sessions are resumed within one fetcher.
/// *Thread-safe.*
final class Tls {
  private final Supplier<DefaultClientTlsStrategy> setUp;
  private @Nullable DefaultClientTlsStrategy strategy;
  private @Nullable CompletionStage<DefaultClientTlsStrategy> ready;

  Tls(Supplier<DefaultClientTlsStrategy> setUp) {
    this.setUp = setUp;
  }

  /// Certificates and host names verified, or neither.
  static Tls of(HttpSettings settings) {
    return settings.verifyTls() ? new Tls(Tls::verifying) : new Tls(Tls::trustingAll);
  }

  /// What the library makes handshakes with.
  synchronized DefaultClientTlsStrategy strategy() {
    if (strategy == null) {
      strategy = setUp.get();
    }
    return strategy;
  }

  /// Is complete when [#strategy()] does not take time any more; its work is done on a thread of
  /// its own.
  synchronized CompletionStage<DefaultClientTlsStrategy> ready() {
    if (ready == null) {
      var thread = Thread.ofPlatform().daemon().name("crawler-tls");
      ready = CompletableFuture.supplyAsync(this::strategy, thread::start);
    }
    return ready;
  }

  private static DefaultClientTlsStrategy verifying() {
    return strategy(SSLContexts.createDefault(), HostnameVerificationPolicy.BUILTIN, null);
  }

  private static DefaultClientTlsStrategy trustingAll() {
    try {
      var context = SSLContexts.custom().loadTrustMaterial(null, TrustAllStrategy.INSTANCE).build();
      return strategy(context, HostnameVerificationPolicy.CLIENT, NoopHostnameVerifier.INSTANCE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no TLS in this JDK", e);
    }
  }

  /// Buffers are held only while something is in them: thousands of idle connections have none.
  private static DefaultClientTlsStrategy strategy(
      SSLContext context, HostnameVerificationPolicy policy, @Nullable HostnameVerifier verifier) {
    return new DefaultClientTlsStrategy(
        context, null, null, SSLBufferMode.DYNAMIC, policy, verifier);
  }
}
