package dev.crawler.http;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.reactor.ssl.SSLSessionInitializer;
import org.apache.hc.core5.reactor.ssl.SSLSessionVerifier;
import org.apache.hc.core5.reactor.ssl.TlsDetails;
import org.apache.hc.core5.reactor.ssl.TransportSecurityLayer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// The secure layer of one connection, which remembers its engine: only that knows whether a
/// connection that ends was ended by the other side or cut. *Confined to the thread of its
/// connection.*
final class Handshake implements TransportSecurityLayer {
  private final TransportSecurityLayer layer;
  private @Nullable SSLEngine engine;

  Handshake(TransportSecurityLayer layer) {
    this.layer = layer;
  }

  /// Whether the end of the stream is the will of the other side: it has said farewell, or need
  /// not.
  boolean mayEnd() {
    return engine == null || engine.isInboundDone();
  }

  @Override
  public void startTls(
      SSLContext context,
      NamedEndpoint endpoint,
      SSLBufferMode buffers,
      SSLSessionInitializer initializer,
      SSLSessionVerifier verifier,
      Timeout timeout) {
    startTls(context, endpoint, buffers, initializer, verifier, timeout, null);
  }

  @Override
  public void startTls(
      SSLContext context,
      NamedEndpoint endpoint,
      SSLBufferMode buffers,
      SSLSessionInitializer initializer,
      SSLSessionVerifier verifier,
      Timeout timeout,
      @Nullable FutureCallback<TransportSecurityLayer> callback) {
    SSLSessionInitializer remembering =
        (target, its) -> {
          engine = its;
          initializer.initialize(target, its);
        };
    layer.startTls(context, endpoint, buffers, remembering, verifier, timeout, callback);
  }

  @Override
  public TlsDetails getTlsDetails() {
    return layer.getTlsDetails();
  }
}
