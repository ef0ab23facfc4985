package dev.crawler.http;

import dev.crawler.core.fetch.AddressBook;
import dev.crawler.core.fetch.AddressPolicy;
import dev.crawler.core.fetch.WireTap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.nio.ClientHttp1IOEventHandler;
import org.apache.hc.core5.http.nio.command.RequestExecutionCommand;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.Command;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.ProtocolIOSession;
import org.jspecify.annotations.Nullable;

/// A connection of the library's reactor. It serves one [PageStream] after the other, and hands
/// each its end only when the event that brought it is over: then it is known whether anything came
/// behind the answer, and so whether the connection may be kept. *Confined to its thread, but for
/// what is said to be called by others.*
final class EventConnection extends ClientHttp1IOEventHandler {
  private final ProtocolIOSession session;
  private final HttpHost host;
  private final InetAddress remote;
  private final EventHeadParser parser;
  private final Handshake handshake;
  private final KeptConnections kept;
  private @Nullable PageStream stream;
  private volatile long keptAt;

  private EventConnection(
      ProtocolIOSession session,
      HttpHost host,
      EventHeadParser parser,
      Handshake handshake,
      KeptConnections kept,
      int maxBody) {
    super(new EventDuplexer(session, parser, maxBody, handshake::mayEnd));
    this.session = session;
    this.host = host;
    remote = remoteOf(session);
    this.parser = parser;
    this.handshake = handshake;
    this.kept = kept;
  }

  /// The connection that speaks over a session.
  ///
  /// @param host whose connection it is
  /// @param kept where it goes between two requests
  static EventConnection over(
      ProtocolIOSession session, HttpHost host, KeptConnections kept, int maxBody) {
    return new EventConnection(
        session, host, new EventHeadParser(), new Handshake(session), kept, maxBody);
  }

  /// The host that it was made for. Called by any thread.
  HttpHost host() {
    return host;
  }

  /// What makes it secure.
  Handshake handshake() {
    return handshake;
  }

  /// The address it leads to, in digits. Called by any thread.
  String address() {
    return AddressBook.textOf(remote);
  }

  /// The same as a value.
  InetAddress remote() {
    return remote;
  }

  /// Whether anybody may use it. Called by any thread.
  boolean isPublic() {
    return AddressPolicy.objection(remote).isEmpty();
  }

  /// Has it serve a stream. Called by any thread that has it alone.
  void serve(PageStream next) {
    session.enqueue(
        new RequestExecutionCommand(next, HttpCoreContext.create()), Command.Priority.NORMAL);
  }

  /// Expects the answer for a stream, whose request is sent at once.
  ///
  /// @param again whether the connection was used before
  /// @param tap hears the answer, unless null
  /// @throws ConnectionClosedException when something has come since then that nobody asked for
  void begin(PageStream next, boolean again, @Nullable WireTap tap) throws IOException {
    stream = next;
    if (again
        && session.channel() instanceof SocketChannel channel
        && channel.socket().getInputStream().available() > 0) {
      throw new ConnectionClosedException("bytes that nobody asked for");
    }
    parser.expect(tap);
  }

  /// Whether a byte of the answer has come.
  boolean hasAnswerBegun() {
    return parser.hasBegun();
  }

  void noteKept() {
    keptAt = System.nanoTime();
  }

  /// When it was last put aside, by [System#nanoTime()].
  long keptAt() {
    return keptAt;
  }

  @Override
  public void connected(IOSession events) {
    guarded(() -> super.connected(events));
  }

  @Override
  public void inputReady(IOSession events, @Nullable ByteBuffer bytes) {
    guarded(() -> super.inputReady(events, bytes));
  }

  @Override
  public void outputReady(IOSession events) {
    guarded(() -> super.outputReady(events));
  }

  /// Called for what goes wrong below HTTP. A TLS record that was cut says no more than the end.
  @Override
  public void exception(IOSession events, Exception cause) {
    boolean cut = cause instanceof SSLException && !handshake.mayEnd() && hasEnded();
    super.exception(events, cut ? new ConnectionClosedException("closed") : cause);
  }

  @Override
  public void disconnected(IOSession events) {
    kept.forget(this);
    super.disconnected(events);
  }

  /// Closes at once: a farewell may take its time. Called by any thread.
  @Override
  public void close() {
    session.close(CloseMode.IMMEDIATE);
  }

  /// The same for those who cancel.
  boolean abort() {
    close();
    return true;
  }

  private void guarded(Event event) {
    try {
      event.run();
    } catch (CancelledKeyException _) {
      fail(new ClosedChannelException());
    } catch (IOException | RuntimeException | Error e) { // the reactor must survive it
      fail(e);
    }
    settle();
  }

  private void fail(Throwable thrown) {
    close();
    if (stream != null) {
      stream.fail(thrown);
    }
  }

  /// Hands the stream its end, if that has come.
  private void settle() {
    var ended = stream;
    if (ended != null && ended.hasEnded()) {
      stream = null;
      if (session.isOpen() && ended.isWhole()) {
        ended.detach();
        kept.keep(this);
      } else {
        close();
      }
      ended.complete();
    }
  }

  private boolean hasEnded() {
    try {
      return session.read(ByteBuffer.allocate(0)) < 0;
    } catch (IOException _) {
      return true;
    }
  }

  private static InetAddress remoteOf(ProtocolIOSession session) {
    if (session.getRemoteAddress() instanceof InetSocketAddress socket) {
      return socket.getAddress();
    }
    throw new IllegalStateException("not connected");
  }

  /// What the library does upon an event.
  @FunctionalInterface
  private interface Event {
    void run() throws IOException;
  }
}
