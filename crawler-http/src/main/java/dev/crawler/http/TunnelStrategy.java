package dev.crawler.http;

import dev.crawler.core.fetch.Phase;
import dev.crawler.core.fetch.ProxyException;
import dev.crawler.core.fetch.ProxyServer;
import dev.crawler.core.fetch.Tunnel;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;

/// Makes a connection to a proxy one to the target, and then secure: the library asks for the
/// latter alone, with the name of the target. *Thread-safe.*
///
/// @param proxy what is at the other end
/// @param patience for each piece of its answer
/// @param tls what follows, when that is still permitted
record TunnelStrategy(ProxyServer proxy, Duration patience, TlsSocketStrategy tls)
    implements TlsSocketStrategy {

  @Override
  public SSLSocket upgrade(
      Socket socket, String name, int port, Object attachment, HttpContext context)
      throws IOException {
    var exchange = Exchange.of(context);
    exchange.progress().enter(Phase.CONNECT);
    exchange.requirePermit();
    open(Tunnel.through(proxy, name, port), socket);
    exchange.progress().enter(Phase.HANDSHAKE);
    return tls.upgrade(socket, name, port, attachment, context);
  }

  /// Reads no byte too many: what comes next is TLS.
  private void open(Tunnel tunnel, Socket socket) throws ProxyException {
    try {
      int before = socket.getSoTimeout();
      socket.setSoTimeout(Math.clamp(patience.toMillis(), 1, Integer.MAX_VALUE));
      socket.getOutputStream().write(tunnel.request());
      var octet = new byte[1];
      do {
        if (socket.getInputStream().read(octet) < 0) {
          throw tunnel.lost();
        }
      } while (!tunnel.take(ByteBuffer.wrap(octet)));
      socket.setSoTimeout(before);
    } catch (ProxyException e) {
      throw e;
    } catch (IOException _) {
      throw tunnel.lost();
    }
  }
}
