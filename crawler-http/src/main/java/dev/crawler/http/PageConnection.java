package dev.crawler.http;

import dev.crawler.core.fetch.AddressBook;
import dev.crawler.core.fetch.AddressPolicy;
import dev.crawler.core.fetch.ForbiddenAddressException;
import dev.crawler.core.fetch.WireTap;
import dev.crawler.core.plan.HttpSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/// A connection of the library that is reused only when nothing has come unasked: bytes left over
/// must never be taken for the answer to the next request. *Confined to the thread that fetches, or
/// idle.*
final class PageConnection extends DefaultManagedHttpClientConnection {
  private final ResponseHeadParser parser;
  private final HttpSettings settings;
  private @Nullable WireTap tap;
  private boolean trusted = true;
  private boolean knownAsPublic;
  private volatile boolean closed;

  private PageConnection(ResponseHeadParser parser, HttpSettings settings) {
    super("", null, null, HeaderLimits.REST, LengthStrategy.ANSWERS, null, null, _ -> parser);
    this.parser = parser;
    this.settings = settings;
  }

  /// A connection without a socket yet.
  static PageConnection open(HttpSettings settings) {
    return new PageConnection(new ResponseHeadParser(), settings);
  }

  /// Sends nothing to an address that the task may not connect to, and nothing that may not be sent
  /// any more, on a kept connection neither.
  @Override
  public void sendRequestHeader(ClassicHttpRequest request) throws HttpException, IOException {
    if (request instanceof PageRequest page) {
      if (!page.mayBePrivate()) {
        requirePublic();
      }
      page.exchange().requirePermit();
    }
    super.sendRequestHeader(request);
    tap(request);
  }

  /// Has what goes out now and comes in next heard, when the settings say so.
  private void tap(ClassicHttpRequest request) {
    tap = settings.tap();
    if (tap != null && request instanceof PageRequest page) {
      tap.send(RequestText.of(request));
      page.tap(tap);
      parser.tap(tap);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      super.flush();
    } catch (IOException e) {
      throw AnswerSource.unanswered(e);
    }
  }

  @Override
  public void receiveResponseEntity(ClassicHttpResponse response)
      throws HttpException, IOException {
    trusted = !LengthStrategy.isContradictory(response);
    super.receiveResponseEntity(response);
  }

  /// Whether the answer left the connection as it should. The pool asks when it gets it back.
  @Override
  public boolean isConsistent() {
    return trusted && super.isConsistent() && !parser.hasLeftOver();
  }

  /// Whether something came while it was idle. The pool asks before each use, so this does not wait
  /// for the end of the stream, which shows when the next request gets no answer.
  @Override
  public boolean isStale() throws IOException {
    var holder = getSocketHolder();
    return holder == null
        || holder.getBaseSocket().getInputStream().available() > 0
        || holder.getSSLSocket() != null && holder.getInputStream().available() > 0;
  }

  @Override
  public void bind(Socket socket) throws IOException {
    super.bind(socket);
    refuseWhenClosed(socket);
  }

  @Override
  public void bind(SSLSocket secured, Socket socket) throws IOException {
    super.bind(secured, socket);
    refuseWhenClosed(socket);
  }

  /// The library closes the socket that a connection has, and none that it gets afterwards.
  private void refuseWhenClosed(Socket socket) throws IOException {
    if (closed) {
      socket.close();
      throw new InterruptedIOException("the connection was closed before it had a socket");
    }
  }

  /// May be called by any thread, at any time: a socket that comes later is closed as well.
  @Override
  public void close(CloseMode mode) {
    closed = true;
    super.close(mode);
  }

  @Override
  public boolean isOpen() {
    return !closed && super.isOpen();
  }

  /// Closes at once: a farewell may block.
  @Override
  public void close() {
    close(CloseMode.IMMEDIATE);
  }

  @Override
  protected InputStream createContentInputStream(
      long length, SessionInputBuffer buffer, InputStream input) {
    return length == ContentLengthStrategy.CHUNKED
        ? super.createContentInputStream(
            length,
            new ChunkLines(buffer, new ChunkJudge()),
            new AnswerSource(input, HeaderLimits.mostChunked(settings.maxBody()), true, tap))
        : super.createContentInputStream(length, buffer, input);
  }

  private void requirePublic() throws ForbiddenAddressException {
    if (!knownAsPublic && getRemoteAddress() instanceof InetSocketAddress remote) {
      if (AddressPolicy.objection(remote.getAddress()).isPresent()) {
        throw new ForbiddenAddressException(AddressBook.textOf(remote.getAddress()));
      }
      knownAsPublic = true;
    }
  }
}
