package dev.crawler.http;

import dev.crawler.core.fetch.AddressBook;
import dev.crawler.core.fetch.AddressPolicy;
import dev.crawler.core.fetch.ForbiddenAddressException;
import dev.crawler.core.fetch.Phase;
import dev.crawler.core.fetch.ProxyException;
import dev.crawler.core.fetch.ProxyServer;
import dev.crawler.core.plan.HttpSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
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
  private final Optional<ProxyServer> proxy;

  Connector(AddressBook addresses, Tls tls, HttpSettings settings) {
    super(null, null, scheme -> scheme.equals("https") ? secure(tls, settings) : null);
    this.addresses = addresses;
    proxy = settings.proxy();
  }

  private static TlsSocketStrategy secure(Tls tls, HttpSettings settings) {
    var permitted = permitted(tls.strategy());
    return settings.proxy().isEmpty()
        ? permitted
        : new TunnelStrategy(settings.proxy().orElseThrow(), settings.connectTimeout(), permitted);
  }

  /// Begins no handshake for a request that may not be sent any more.
  private static TlsSocketStrategy permitted(TlsSocketStrategy tls) {
    return (socket, name, port, attachment, context) -> {
      Exchange.of(context).requirePermit();
      return tls.upgrade(socket, name, port, attachment, context);
    };
  }

  /// Connects to the first allowed address that answers. Each gets an even share of the time that
  /// is left, so that a dead first one leaves enough for the second. Connects nothing for an
  /// exchange that was cut: the pool may have given it up already, and nobody would close it.
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
    exchange.requireUncut();
    var targets = proxy.isPresent() ? ofProxy(host, exchange) : allowed(host, exchange);
    var secured = name == null ? host : name;
    long nanos = Math.min(timeout.toNanoseconds(), exchange.progress().remainingNanos());
    long end = System.nanoTime() + nanos;
    for (int i = 0; ; i++) {
      long share = (end - System.nanoTime()) / (targets.size() - i);
      var target = targets.get(i);
      var patience = Timeout.of(Math.max(1, share / 1_000_000), TimeUnit.MILLISECONDS);
      try {
        super.connect(
            connection, target, secured, unixSocket, local, patience, config, tlsConfig, context);
        exchange.progress().connected(AddressBook.textOf(target.getAddress()), Phase.HEAD);
        if (i > 0) {
          addresses.prefer(target.getHostName(), target.getAddress());
        }
        return;
      } catch (IOException e) {
        boolean last = i == targets.size() - 1;
        if (e instanceof ProxyException
            || exchange.isCut()
            || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        if (last) {
          throw nameProxy(e, exchange);
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

  /// What could not be reached was the proxy, unless the handshake had begun.
  private IOException nameProxy(IOException cause, Exchange exchange) {
    boolean connecting = exchange.progress().phase() == Phase.CONNECT;
    return proxy.isPresent() && connecting
        ? ProxyException.unreachable(proxy.orElseThrow())
        : cause;
  }

  private List<HttpHost> ofProxy(HttpHost host, Exchange exchange) throws IOException {
    exchange.progress().startAfresh();
    exchange.progress().enter(Phase.CONNECT);
    var server = proxy.orElseThrow();
    try {
      return addresses.find(server.host(), exchange.progress().remainingNanos()).stream()
          .map(address -> new HttpHost(host.getSchemeName(), address, server.host(), server.port()))
          .toList();
    } catch (IOException e) {
      throw exchange.isCut() ? e : ProxyException.unreachable(server);
    }
  }

  private List<HttpHost> allowed(HttpHost host, Exchange exchange) throws IOException {
    exchange.progress().startAfresh();
    var found = addresses.find(host.getHostName(), exchange.progress().remainingNanos());
    var allowed = AddressPolicy.allowed(found, exchange.mayBePrivate());
    if (allowed.isEmpty()) {
      throw new ForbiddenAddressException(AddressBook.textOf(found.getFirst()));
    }
    return allowed.stream()
        .map(address ->
            new HttpHost(host.getSchemeName(), address, host.getHostName(), host.getPort()))
        .toList();
  }
}
