package dev.crawler.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.io.Closer;

/// Opens connections to addresses that were found and allowed before: no name is looked up here, so
/// what was checked is what is connected to. *Thread-safe.*
final class Connector {
  private final long timeoutNanos;
  private final Tls tls;

  Connector(Duration timeout, Tls tls) {
    timeoutNanos = timeout.toNanos();
    this.tls = tls;
  }

  /// Connects to the first of the addresses that answers, and makes the connection secure where the
  /// route asks for it.
  ///
  /// @param addresses at least one
  Connection connect(Route route, List<InetAddress> addresses, Exchange exchange)
      throws IOException {
    exchange.enter(Phase.CONNECT);
    var transport = open(route, addresses, exchange);
    try {
      exchange.connectedTo(textOf(transport.getInetAddress()));
      exchange.enter(Phase.HANDSHAKE);
      var socket = route.isSecure() ? tls.secure(transport, route) : transport;
      return new Connection(route, transport, socket);
    } catch (IOException | RuntimeException e) {
      Closer.closeQuietly(transport);
      throw e;
    }
  }

  /// An address in digits, without the interface that it was reached through.
  static String textOf(InetAddress address) {
    var text = address.getHostAddress();
    int scope = text.indexOf('%');
    return scope < 0 ? text : text.substring(0, scope);
  }

  /// Each address gets an even share of the time that is left, so that a dead first one leaves
  /// enough for the second.
  private Socket open(Route route, List<InetAddress> addresses, Exchange exchange)
      throws IOException {
    long end = System.nanoTime() + Math.min(timeoutNanos, exchange.remainingNanos());
    for (int i = 0; i < addresses.size() - 1; i++) {
      long share = (end - System.nanoTime()) / (addresses.size() - i);
      try {
        return open(addresses.get(i), route.origin().port(), share, exchange);
      } catch (IOException e) {
        if (exchange.isCut() || Thread.currentThread().isInterrupted()) {
          throw e;
        }
      }
    }
    return open(addresses.getLast(), route.origin().port(), end - System.nanoTime(), exchange);
  }

  private static Socket open(InetAddress address, int port, long nanos, Exchange exchange)
      throws IOException {
    var socket = new Socket();
    try {
      exchange.guard(socket);
      socket.setTcpNoDelay(true);
      int millis = Math.clamp(TimeUnit.NANOSECONDS.toMillis(nanos), 1, Integer.MAX_VALUE);
      socket.connect(new InetSocketAddress(address, port), millis);
      return socket;
    } catch (IOException | RuntimeException e) {
      Closer.closeQuietly(socket);
      throw e;
    }
  }
}
