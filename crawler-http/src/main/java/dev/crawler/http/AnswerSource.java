package dev.crawler.http;

import dev.crawler.core.fetch.WireTap;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLProtocolException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/// What an answer is read from as long as more of it must come: header sections and chunks. An end
/// of the stream is always too soon here, which the library's readers do not know; and there is a
/// limit to what is read in all. *Confined to the thread that reads.*
final class AnswerSource extends FilterInputStream {
  private final @Nullable WireTap tap;
  private long left;
  private boolean begun;

  /// @param allowed bytes, beyond which only what was read together with them is given
  /// @param begun whether some of the answer was read before
  /// @param tap hears what is read, unless null
  AnswerSource(InputStream in, long allowed, boolean begun, @Nullable WireTap tap) {
    super(in);
    this.tap = tap;
    left = allowed;
    this.begun = begun;
  }

  /// What it means when a connection fails before any byte of an answer.
  static NoHttpResponseException unanswered(IOException cause) {
    var unanswered = new NoHttpResponseException("closed before the answer");
    unanswered.initCause(cause);
    return unanswered;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (left <= 0) {
      throw new MessageConstraintException("more bytes than a header section or a body may have");
    }
    int read = readOrFail(bytes, offset, length);
    if (read < 0) {
      throw broken(new EOFException("closed"));
    }
    if (!begun && !isHttp(bytes[offset])) {
      throw new MessageConstraintException("not HTTP");
    }
    begun = true;
    left -= read;
    if (tap != null) {
      tap.receive(ByteBuffer.wrap(bytes, offset, read));
    }
    return read;
  }

  private int readOrFail(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (SocketException e) {
      throw begun ? e : unanswered(e);
    } catch (SSLProtocolException e) {
      throw broken(e); // no TLS farewell; see `requireCloseNotify` in the JDK
    }
  }

  private IOException broken(IOException end) {
    return begun ? new ConnectionClosedException("closed inside the answer", end) : unanswered(end);
  }

  /// Whether an answer may begin so: a status line, or an empty line before it. A TLS alert does
  /// not.
  static boolean isHttp(byte first) {
    return first == 'H' || first == '\r' || first == '\n';
  }
}
