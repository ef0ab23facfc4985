package dev.crawler.http;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// The library's connection pool, set up for a crawler.
final class ConnectionPool {
  /// How long a connection is kept without use.
  static final TimeValue IDLE = TimeValue.ofSeconds(30);

  /// How often such connections are looked for.
  static final Duration SWEEP = Duration.ofSeconds(5);

  private ConnectionPool() {}

  /// A pool whose sockets know no timeout of their own but for the connection: the deadline of the
  /// exchange covers the rest. Each connection is asked whether it is stale before each use; our
  /// [PageConnection] answers without waiting.
  static PoolingHttpClientConnectionManager of(
      Connector connector, Duration connectTimeout, int maxConnections) {
    var pool =
        new PoolingHttpClientConnectionManager(
            connector,
            PoolConcurrencyPolicy.STRICT,
            PoolReusePolicy.LIFO,
            TimeValue.NEG_ONE_MILLISECOND,
            _ -> PageConnection.open(),
            true);
    pool.setMaxTotal(2 * maxConnections);
    pool.setDefaultMaxPerRoute(maxConnections);
    pool.setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(Timeout.DISABLED).build());
    pool.setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(Timeout.DISABLED).build());
    pool.setDefaultConnectionConfig(
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(connectTimeout))
            .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
            .setIdleTimeout(Timeout.of(IDLE.toDuration()))
            .build());
    return pool;
  }
}
