package dev.crawler.http;

import dev.crawler.core.fetch.AddressBook;
import dev.crawler.core.fetch.AddressPolicy;
import dev.crawler.core.fetch.ForbiddenAddressException;
import dev.crawler.core.fetch.Phase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// Opens connections to addresses that were found and allowed before: it hands the library hosts
/// with their address, so that what was checked is what is connected to. *Thread-safe.*
final class Connector extends DefaultHttpClientConnectionOperator {
  private final AddressBook addresses;

  Connector(AddressBook addresses, Tls tls) {
    super(null, null, scheme -> scheme.equals("https") ? tls.strategy() : null);
    this.addresses = addresses;
  }

  /// Connects to the first allowed address that answers. Each gets an even share of the time that
  /// is left, so that a dead first one leaves enough for the second.
  @Override
  public void connect(
      ManagedHttpClientConnection connection,
      HttpHost host,
      @Nullable NamedEndpoint name,
      @Nullable Path unixSocket,
      @Nullable InetSocketAddress local,
      Timeout timeout,
      SocketConfig config,
      Object tlsConfig,
      HttpContext context)
      throws IOException {
    var exchange = Exchange.of(context);
    var allowed = allowed(host, exchange);
    long nanos = Math.min(timeout.toNanoseconds(), exchange.progress().remainingNanos());
    long end = System.nanoTime() + nanos;
    for (int i = 0; ; i++) {
      long share = (end - System.nanoTime()) / (allowed.size() - i);
      var address = allowed.get(i);
      var target = new HttpHost(host.getSchemeName(), address, host.getHostName(), host.getPort());
      var patience = Timeout.of(Math.max(1, share / 1_000_000), TimeUnit.MILLISECONDS);
      try {
        super.connect(
            connection, target, name, unixSocket, local, patience, config, tlsConfig, context);
        exchange.progress().connected(AddressBook.textOf(address), Phase.HEAD);
        return;
      } catch (IOException e) {
        boolean last = i == allowed.size() - 1;
        if (last || exchange.isCut() || Thread.currentThread().isInterrupted()) {
          throw e;
        }
      }
    }
  }

  @Override
  protected void onBeforeSocketConnect(HttpContext context, HttpHost host) {
    Exchange.of(context).progress().enter(Phase.CONNECT);
  }

  @Override
  protected void onBeforeTlsHandshake(HttpContext context, HttpHost host) {
    Exchange.of(context)
        .progress()
        .connected(AddressBook.textOf(host.getAddress()), Phase.HANDSHAKE);
  }

  private List<InetAddress> allowed(HttpHost host, Exchange exchange) throws IOException {
    exchange.progress().startAfresh();
    var found = addresses.find(host.getHostName(), exchange.progress().remainingNanos());
    var allowed = AddressPolicy.allowed(found, exchange.mayBePrivate());
    if (allowed.isEmpty()) {
      throw new ForbiddenAddressException(AddressBook.textOf(found.getFirst()));
    }
    return allowed;
  }
}
