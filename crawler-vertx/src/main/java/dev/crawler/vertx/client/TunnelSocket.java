package dev.crawler.vertx.client;

import dev.crawler.core.fetch.Phase;
import dev.crawler.core.fetch.ProxyException;
import dev.crawler.core.fetch.ProxyServer;
import dev.crawler.core.fetch.Tunnel;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.NetSocket;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import javax.net.ssl.SSLException;

/// Makes a connection to a proxy a secure one to the target. *Confined to its event loop.*
///
/// @param socket leads to the proxy; closed when the exchange ends before this does
record TunnelSocket(ContextInternal loop, NetSocket socket, Exchange exchange) {

  /// The address of a proxy, by the name of the target: Vert.x holds the certificate against the
  /// name that it knows the other end by, and not against the one that it sends (SNI).
  static InetAddress named(Route route, InetAddress proxy) {
    try {
      return InetAddress.getByAddress(route.name(), proxy.getAddress());
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("no address: " + proxy, e);
    }
  }

  /// Asks the proxy to connect on, and makes the handshake through it.
  ///
  /// @param patience for the proxy's answer
  Future<NetSocket> through(
      ProxyServer proxy, Route route, Duration patience, ClientSSLOptions tls) {
    var secured =
        ask(Tunnel.through(proxy, route.name(), route.port()), patience)
            .compose(_ -> secure(tls))
            .map(socket)
            .onFailure(_ -> socket.close());
    exchange
        .result()
        .onComplete(_ -> {
          if (!secured.isComplete()) {
            socket.close();
          }
        });
    return secured;
  }

  private Future<Void> ask(Tunnel tunnel, Duration patience) {
    Promise<Void> open = loop.promise();
    long alarm = loop.setTimer(Math.max(1, patience.toMillis()), _ -> open.tryFail(tunnel.lost()));
    socket.handler(bytes -> take(bytes, tunnel, open));
    socket.exceptionHandler(_ -> open.tryFail(tunnel.lost()));
    socket.closeHandler(_ -> open.tryFail(tunnel.lost()));
    socket.write(Buffer.buffer(tunnel.request())).onFailure(_ -> open.tryFail(tunnel.lost()));
    return open.future().onComplete(_ -> loop.owner().cancelTimer(alarm));
  }

  private static void take(Buffer bytes, Tunnel tunnel, Promise<Void> open) {
    try {
      if (tunnel.take(ByteBuffer.wrap(bytes.getBytes()))) {
        open.tryComplete();
      }
    } catch (ProxyException e) {
      open.tryFail(e);
    }
  }

  /// What happens within a handshake is told as Vert.x tells it where it makes the connection too.
  private Future<Void> secure(ClientSSLOptions tls) {
    exchange.enter(Phase.HANDSHAKE);
    return socket
        .upgradeToSsl(tls)
        .recover(cause ->
            Future.failedFuture(cause instanceof SSLException ? cause : new SSLException(cause)));
  }
}
