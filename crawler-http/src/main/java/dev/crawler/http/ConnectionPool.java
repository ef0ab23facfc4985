package dev.crawler.http;

import dev.crawler.core.plan.HttpSettings;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// The library's connection pool, set up for a crawler.
///
/// Its sockets have no timeout of their own but for the connection: the deadline of the exchange
/// covers the rest. Each connection is asked whether it is stale before each use, which our
/// [PageConnection] answers without waiting. *Thread-safe.*
final class ConnectionPool extends PoolingHttpClientConnectionManager {
  /// How often [#sweep()] is to be called.
  static final Duration PERIOD = Duration.ofSeconds(5);

  private static final TimeValue IDLE = TimeValue.ofSeconds(30);

  /// A pool for so many fetches at once. Twice as many connections there are at most, so that the
  /// kept ones have room beside those in use: a new host would close the kept one of another.
  ConnectionPool(Connector connector, HttpSettings settings, int fetches) {
    super(
        connector,
        PoolConcurrencyPolicy.STRICT,
        PoolReusePolicy.LIFO,
        TimeValue.NEG_ONE_MILLISECOND,
        _ -> PageConnection.open(settings),
        true); // connections are not closed under the pool's lock
    setMaxTotal(2 * fetches);
    setDefaultMaxPerRoute(2 * fetches);
    setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(Timeout.DISABLED).build());
    setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(Timeout.DISABLED).build());
    setDefaultConnectionConfig(
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(settings.connectTimeout()))
            .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
            .setIdleTimeout(Timeout.of(IDLE.toDuration()))
            .build());
  }

  /// Closes what was not used for long, and forgets the hosts that have no connection.
  void sweep() {
    closeIdle(IDLE);
  }

  /// Closes everything, at once.
  void shutDown() {
    super.close(CloseMode.IMMEDIATE);
  }

  /// Does nothing: the client calls it when an [Error] passes, and the loss of one page must not be
  /// that of all later ones.
  @Override
  public void close(CloseMode mode) {}
}
