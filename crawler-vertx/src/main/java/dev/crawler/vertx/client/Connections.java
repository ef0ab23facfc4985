package dev.crawler.vertx.client;

import dev.crawler.core.fetch.AddressBook;
import dev.crawler.core.fetch.AddressPolicy;
import dev.crawler.core.fetch.ForbiddenAddressException;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.fetch.Phase;
import dev.crawler.core.fetch.ProxyException;
import dev.crawler.core.fetch.ProxyServer;
import dev.crawler.core.plan.HttpSettings;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.internal.ContextInternal;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

/// The connections of a crawl: kept ones for the next request to their host, and new ones.
/// *Confined to its event loop.*
public final class Connections {
  private static final Duration PERIOD = Duration.ofSeconds(5);

  private final ContextInternal loop;
  private final AddressBook addresses;
  private final Connector connector;
  private final Optional<ProxyServer> proxy;
  private final KeptWires kept;
  private boolean closed;

  private Connections(
      ContextInternal loop, HttpSettings settings, NameResolver resolver, int mostKept) {
    addresses = new AddressBook(resolver);
    connector = new Connector(loop, settings, Tls.of(settings));
    proxy = settings.proxy();
    this.loop = loop;
    kept = new KeptWires(mostKept);
    loop.setPeriodic(PERIOD.toMillis(), _ -> kept.sweep());
  }

  /// The connections of one loop.
  ///
  /// @param fetches how many there are at once; so many connections are kept at most
  public static Connections of(
      Context loop, HttpSettings settings, NameResolver resolver, int fetches) {
    return new Connections((ContextInternal) loop, settings, resolver, fetches);
  }

  /// A connection for the exchange: a kept one, else a new one.
  public Future<Wire> lease(Exchange exchange) {
    return proxy.isPresent() && !exchange.task().mayBePrivate()
        ? clear(exchange).compose(_ -> leaseAllowed(exchange))
        : leaseAllowed(exchange);
  }

  /// Has a target checked that only the proxy will connect to.
  private Future<Void> clear(Exchange exchange) {
    exchange.enter(Phase.LOOK_UP);
    return find(AddressBook.nameOf(exchange.task().link().url()))
        .compose(found -> {
          try {
            AddressPolicy.requirePublic(found);
            return Future.succeededFuture();
          } catch (ForbiddenAddressException e) {
            return Future.failedFuture(e);
          }
        });
  }

  private Future<Wire> leaseAllowed(Exchange exchange) {
    var url = exchange.task().link().url();
    var route = Route.of(url);
    var wire = kept.take(route, proxy.isPresent() || exchange.task().mayBePrivate());
    if (wire != null) {
      return Future.succeededFuture(exchange.over(wire));
    }
    exchange.startAfresh();
    if (closed) {
      return Future.failedFuture(new CancellationException());
    }
    return connect(route, exchange).map(exchange::over);
  }

  /// Takes back the connection of an exchange that has read its answer, when another request may be
  /// sent over it.
  public void giveBack(Exchange exchange) {
    var wire = exchange.wire();
    if (wire != null && wire.isQuiet()) {
      kept.keep(wire);
    }
  }

  /// Ends all look-ups and keeps no connection any more.
  public void close() {
    closed = true;
    addresses.close();
    kept.close();
  }

  private Future<List<InetAddress>> find(String name) {
    return Future.fromCompletionStage(addresses.find(name), loop)
        .recover(thrown ->
            Future.failedFuture(
                thrown instanceof CompletionException ? thrown.getCause() : thrown));
  }

  private Future<Wire> connect(Route route, Exchange exchange) {
    if (proxy.isEmpty()) {
      return find(route.name()).compose(found -> open(route, found, exchange));
    }
    exchange.enter(Phase.CONNECT);
    return find(proxy.orElseThrow().host())
        .compose(found -> open(proxy.orElseThrow().host(), route, found, exchange))
        .recover(cause -> Future.failedFuture(nameProxy(cause, exchange)));
  }

  /// What could not be reached was the proxy, unless the handshake had begun.
  private Throwable nameProxy(Throwable cause, Exchange exchange) {
    boolean connecting = cause instanceof IOException && exchange.phase() == Phase.CONNECT;
    return connecting && !(cause instanceof ProxyException)
        ? ProxyException.unreachable(proxy.orElseThrow())
        : cause;
  }

  private Future<Wire> open(Route route, List<InetAddress> found, Exchange exchange) {
    var allowed = AddressPolicy.allowed(found, exchange.task().mayBePrivate());
    return allowed.isEmpty()
        ? Future.failedFuture(new ForbiddenAddressException(AddressBook.textOf(found.getFirst())))
        : open(route.name(), route, allowed, exchange);
  }

  private Future<Wire> open(
      String name, Route route, List<InetAddress> allowed, Exchange exchange) {
    var opened = connector.open(route, allowed, exchange);
    return allowed.size() == 1
        ? opened
        : opened.onSuccess(wire -> addresses.prefer(name, wire.address()));
  }
}
