package dev.crawler.tck.odd;

import dev.crawler.tck.server.Acceptor;
import dev.crawler.tck.server.RequestHead;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// Serves the answer with number N at `/N`, in pieces or at once. A connection is kept for a moment
/// or closed, as the number says: who waits for more learns soon that nothing comes. *Thread-safe.*
public final class OddServer implements AutoCloseable {
  private static final int BACKLOG = 256;
  private static final int MOMENT_MILLIS = 100;

  private final ServerSocket listener;
  private final Acceptor acceptor = new Acceptor();

  private OddServer(ServerSocket listener) {
    this.listener = listener;
    acceptor.listen(listener, OddServer::serve);
  }

  /// Listens at a free port.
  public static OddServer start() {
    try {
      return new OddServer(new ServerSocket(0, BACKLOG, InetAddress.ofLiteral("127.0.0.1")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where the answer with that number is.
  public String url(long number) {
    return "http://127.0.0.1:" + listener.getLocalPort() + "/" + number;
  }

  /// Stops listening and breaks every connection. Idempotent.
  @Override
  public void close() {
    acceptor.close();
  }

  /// Until the client has had enough or the moment is over.
  private static void serve(Socket connection) throws IOException {
    var in = new BufferedInputStream(connection.getInputStream());
    for (var head = RequestHead.read(in); head.isPresent(); head = RequestHead.read(in)) {
      connection.setSoTimeout(MOMENT_MILLIS);
      long number = number(head.get());
      send(connection, number);
      if (new Chance(-number).percent(50)) {
        connection.shutdownOutput();
        drain(in);
        return;
      }
    }
  }

  private static long number(RequestHead head) {
    return Long.parseLong(head.target().substring(1));
  }

  private static void send(Socket connection, long number) throws IOException {
    var bytes = OddAnswer.bytes(number);
    var out = connection.getOutputStream();
    int cut = OddAnswer.isCut(number) ? new Chance(~number).below(bytes.length) : 0;
    out.write(bytes, 0, cut);
    out.write(bytes, cut, bytes.length - cut);
  }

  /// Reads what the client still says: closing over unread bytes would reset the connection.
  private static void drain(BufferedInputStream in) throws IOException {
    while (in.read() >= 0) {
      // nothing is made of it
    }
  }
}
