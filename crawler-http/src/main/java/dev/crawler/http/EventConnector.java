package dev.crawler.http;

import dev.crawler.core.fetch.AddressBook;
import dev.crawler.core.fetch.AddressPolicy;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.Phase;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
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
record EventConnector(
    AddressBook addresses,
    ConnectionInitiator reactor,
    Tls tls,
    InFlight inFlight,
    Duration timeout) {

  /// Starts to connect, and ends the exchange when that fails.
  ///
  /// @param whenConnected what to do with the new connection, on its thread
  void connect(CallbackExchange exchange, Consumer<EventConnection> whenConnected) {
    exchange.progress().startAfresh();
    var found = addresses.find(exchange.host().getHostName());
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
    var allowed = AddressPolicy.allowed(found, exchange.mayBePrivate());
    if (allowed.isEmpty()) {
      var first = AddressBook.textOf(found.getFirst());
      exchange.complete(new FetchResult.Forbidden(first, exchange.progress().trace()));
    } else {
      new Connecting(this, exchange, allowed, whenConnected).next();
    }
  }

  private static void failIf(@Nullable Throwable thrown, CallbackExchange exchange) {
    if (thrown != null) {
      var cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
      exchange.fail(cause == null ? thrown : cause);
    }
  }
}
