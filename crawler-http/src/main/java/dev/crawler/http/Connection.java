package dev.crawler.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.CharArrayBuffer;

/// An open connection and the HTTP/1.1 spoken on it, one answer after the other.
///
/// It is fit for another request only after an answer that was read to its declared end, with
/// nothing left over: bytes that nobody asked for must never be taken for the answer to the next
/// request. *Confined to the thread that fetches, or idle.*
final class Connection implements Closeable {
  private static final int BUFFER_SIZE = 4 << 10; // bodies are read past it
  private static final int LINE_SIZE = 128;

  private final Route route;
  private final Socket transport;
  private final String address;
  private final ReceivedStream received;
  private final OutputStream sent;
  private final SessionInputBufferImpl buffer =
      new SessionInputBufferImpl(BUFFER_SIZE, HeaderLimits.SECTION);
  private long receivedBefore;
  private boolean reusable;
  private long idleSinceNanos;

  /// Takes over an open socket.
  ///
  /// @param transport the TCP socket, which is what to close
  /// @param socket the same, or the secure one on top of it
  Connection(Route route, Socket transport, Socket socket) throws IOException {
    this.route = route;
    this.transport = transport;
    address = Connector.textOf(transport.getInetAddress());
    received = new ReceivedStream(socket.getInputStream());
    sent = socket.getOutputStream();
  }

  Route route() {
    return route;
  }

  /// The socket to close so that whatever blocks on this connection ends.
  Socket transport() {
    return transport;
  }

  /// The IP address at the other end.
  String address() {
    return address;
  }

  /// Sends a request.
  void send(byte[] request) throws IOException {
    reusable = false;
    receivedBefore = received.count();
    sent.write(request);
    sent.flush();
  }

  /// Reads the header section of the answer.
  ResponseHead receiveHead() throws IOException, HttpException {
    var parser = new HeadParser();
    var line = new CharArrayBuffer(LINE_SIZE);
    while (true) {
      line.clear();
      boolean end = buffer.readLine(line, received) < 0;
      if (end || received.hasEnded() && parser.wouldGoOn(line)) {
        throw new ConnectionClosedException("closed before the end of the header section");
      }
      var head = parser.accept(line);
      if (head.isPresent()) {
        return head.get();
      }
    }
  }

  /// Reads the body that belongs to the head, up to a limit.
  BodyReader.Body receiveBody(ResponseHead head, int limit) throws IOException, HttpException {
    var framing = Framing.of(head);
    var body = read(framing, limit);
    reusable =
        !body.truncated() && framing.isReusable() && head.keepsAlive() && !buffer.hasBufferedData();
    return body;
  }

  /// Whether any byte of an answer to the last request has come.
  boolean hasAnswered() {
    return received.count() > receivedBefore;
  }

  /// Whether the last answer left the connection fit for another request.
  boolean isReusable() {
    return reusable;
  }

  /// Whether nothing has come unasked while it was idle. An orderly end of the other side is not
  /// seen here; it shows when the next request gets no answer.
  boolean isQuiet() {
    try {
      return transport.getInputStream().available() == 0;
    } catch (IOException _) {
      return false; // broken is not quiet
    }
  }

  void idleSince(long nanos) {
    idleSinceNanos = nanos;
  }

  boolean isIdleSince(long nanos) {
    return idleSinceNanos - nanos <= 0;
  }

  /// Closes the TCP socket at once, without a TLS farewell, which may block.
  @Override
  public void close() {
    Closer.closeQuietly(transport);
  }

  private BodyReader.Body read(Framing framing, int limit) throws IOException {
    return switch (framing) {
      case Framing.Bodiless() -> new BodyReader.Body(new byte[0], false);
      case Framing.Sized(long length) ->
          BodyReader.sized(new ContentLengthInputStream(buffer, received, length), length, limit);
      case Framing.Chunked _ -> readChunked(limit);
      case Framing.UntilClose() ->
          BodyReader.delimited(new IdentityInputStream(buffer, received), limit);
    };
  }

  private BodyReader.Body readChunked(int limit) throws IOException {
    InputStream chunks = new ChunkedInputStream(buffer, received, HeaderLimits.TRAILER_CONFIG);
    try {
      return BodyReader.delimited(chunks, limit);
    } catch (MalformedChunkCodingException e) {
      if (received.hasEnded()) {
        throw new ConnectionClosedException("closed inside a chunk", e);
      }
      throw e;
    }
  }
}
