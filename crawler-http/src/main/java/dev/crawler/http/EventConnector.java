package dev.crawler.http;

import dev.crawler.core.fetch.AddressBook;
import dev.crawler.core.fetch.AddressPolicy;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.ForbiddenAddressException;
import dev.crawler.core.fetch.Phase;
import dev.crawler.core.fetch.ProxyException;
import dev.crawler.core.fetch.ProxyServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.jspecify.annotations.Nullable;

/// Opens connections to addresses that were found and allowed before. *Thread-safe.*
///
/// @param addresses where names are looked up, on threads of its own
/// @param reactor where connections live
/// @param tls what makes them secure
/// @param inFlight whose thread ends what takes too long
/// @param timeout for the connection, whichever address it is to
/// @param proxy what all connections lead to, if anything
record EventConnector(
    AddressBook addresses,
    ConnectionInitiator reactor,
    Tls tls,
    InFlight inFlight,
    Duration timeout,
    Optional<ProxyServer> proxy) {

  /// Has a target checked that only the proxy will connect to, and goes on with it.
  void clear(CallbackExchange exchange, Runnable next) {
    if (proxy.isEmpty() || exchange.mayBePrivate()) {
      next.run();
      return;
    }
    exchange.progress().startAfresh();
    var _ =
        addresses
            .find(exchange.host().getHostName())
            .thenAccept(found -> goOnIfPublic(found, exchange, next))
            .whenComplete((_, thrown) -> failIf(thrown, exchange));
  }

  private static void goOnIfPublic(
      List<InetAddress> found, CallbackExchange exchange, Runnable next) {
    try {
      AddressPolicy.requirePublic(found);
      next.run();
    } catch (ForbiddenAddressException e) {
      exchange.complete(new FetchResult.Forbidden(e.address(), exchange.progress().trace()));
    }
  }

  /// Starts to connect, and ends the exchange when that fails.
  ///
  /// @param whenConnected what to do with the new connection, on its thread
  void connect(CallbackExchange exchange, Consumer<EventConnection> whenConnected) {
    exchange.progress().startAfresh();
    if (proxy.isPresent()) {
      exchange.progress().enter(Phase.CONNECT);
    }
    var found = addresses.find(nameToCall(exchange));
    if (exchange.host().getSchemeName().equals("https")) {
      found = onceSecurable(found, exchange);
    }
    var _ =
        found
            .thenAccept(list -> connectTo(list, exchange, whenConnected))
            .whenComplete((_, thrown) -> failIf(thrown, exchange));
  }

  /// Whoever waits for TLS to be set up does not wait for an address any more.
  private CompletionStage<List<InetAddress>> onceSecurable(
      CompletionStage<List<InetAddress>> found, CallbackExchange exchange) {
    var ready = tls.ready();
    return found.thenCompose(literals -> {
      exchange.progress().enter(Phase.HANDSHAKE);
      return ready.thenApply(_ -> literals);
    });
  }

  private void connectTo(
      List<InetAddress> found, CallbackExchange exchange, Consumer<EventConnection> whenConnected) {
    boolean any = proxy.isPresent() || exchange.mayBePrivate();
    int port = proxy.map(ProxyServer::port).orElse(exchange.host().getPort());
    var allowed = AddressPolicy.allowed(found, any);
    if (allowed.isEmpty()) {
      var first = AddressBook.textOf(found.getFirst());
      exchange.complete(new FetchResult.Forbidden(first, exchange.progress().trace()));
    } else {
      var remotes = allowed.stream().map(it -> new InetSocketAddress(it, port)).toList();
      new Connecting(this, exchange, remotes, whenConnected).next();
    }
  }

  /// Whose address is connected to.
  String nameToCall(CallbackExchange exchange) {
    return proxy.map(ProxyServer::host).orElse(exchange.host().getHostName());
  }

  /// What could not be reached was the proxy, unless the handshake had begun.
  Throwable nameProxy(Throwable cause, CallbackExchange exchange) {
    boolean connecting =
        cause instanceof IOException && exchange.progress().phase() == Phase.CONNECT;
    return proxy.isPresent() && connecting && !(cause instanceof ProxyException)
        ? ProxyException.unreachable(proxy.orElseThrow())
        : cause;
  }

  private void failIf(@Nullable Throwable thrown, CallbackExchange exchange) {
    if (thrown != null) {
      var cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
      exchange.fail(nameProxy(cause == null ? thrown : cause, exchange));
    }
  }
}
