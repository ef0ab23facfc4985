package dev.crawler.http;

import dev.crawler.core.fetch.ProxyException;
import dev.crawler.core.fetch.Tunnel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOEventHandler;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.Timeout;

/// What hears the reactor while a proxy is asked to connect on; then whoever heard it before hears
/// it again. *Confined to the thread of its connection.*
final class TunnelEvents implements IOEventHandler {
  private static final int PIECE = 1024;

  private final Tunnel tunnel;
  private final IOEventHandler next;
  private final FutureCallback<IOSession> callback;
  private final ByteBuffer request;
  private final ByteBuffer piece = ByteBuffer.allocate(PIECE);

  private TunnelEvents(Tunnel tunnel, IOEventHandler next, FutureCallback<IOSession> callback) {
    this.tunnel = tunnel;
    this.next = next;
    this.callback = callback;
    request = ByteBuffer.wrap(tunnel.request());
  }

  /// Takes the place of a session's handler, before it has heard that it is connected.
  ///
  /// @param callback told once, when the way is open or never will be
  static void over(IOSession session, Tunnel tunnel, FutureCallback<IOSession> callback) {
    session.upgrade(new TunnelEvents(tunnel, session.getHandler(), callback));
  }

  @Override
  public void connected(IOSession session) throws IOException {
    session.setEvent(SelectionKey.OP_READ);
    outputReady(session);
  }

  @Override
  public void outputReady(IOSession session) throws IOException {
    session.write(request);
    if (request.hasRemaining()) {
      session.setEvent(SelectionKey.OP_WRITE);
    } else {
      session.clearEvent(SelectionKey.OP_WRITE);
    }
  }

  @Override
  public void inputReady(IOSession session, ByteBuffer none) throws IOException {
    for (int read = session.read(piece); read != 0; read = session.read(piece)) {
      if (read < 0) {
        throw tunnel.lost();
      }
      boolean open = tunnel.take(piece.flip());
      piece.clear();
      if (open) {
        session.upgrade(next);
        callback.completed(session);
        return;
      }
    }
  }

  @Override
  public void timeout(IOSession session, Timeout timeout) throws IOException {
    throw tunnel.lost();
  }

  /// Called for what the other methods throw.
  @Override
  public void exception(IOSession session, Exception cause) {
    session.close(CloseMode.IMMEDIATE);
    callback.failed(cause instanceof IOException ? ofProxy(cause) : cause);
  }

  @Override
  public void disconnected(IOSession session) {
    callback.failed(tunnel.lost());
  }

  private Exception ofProxy(Exception cause) {
    return cause instanceof ProxyException ? cause : tunnel.lost();
  }
}
