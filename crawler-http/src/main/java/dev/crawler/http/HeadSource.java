package dev.crawler.http;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/// What a header section is read from: it says whether a connection that failed had given any of
/// the answer, takes no end of the stream for the end of the section, and gives no more than is
/// allowed. *Confined to the thread that reads.*
final class HeadSource extends FilterInputStream {
  private long left;
  private boolean begun;
  private boolean http = true;

  /// @param allowed bytes, beyond which only what was read together with them is given
  /// @param begun whether some of the answer was read before
  HeadSource(InputStream in, long allowed, boolean begun) {
    super(in);
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
      throw new MessageConstraintException("header section over the limit");
    }
    int read = readOrFail(bytes, offset, length);
    if (read < 0) {
      throw broken(new EOFException("closed"));
    }
    if (!begun && read > 0) {
      http = bytes[offset] == 'H' || bytes[offset] == '\r' || bytes[offset] == '\n';
    }
    begun = true;
    left -= read;
    return read;
  }

  private int readOrFail(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (SocketException e) {
      throw begun ? e : unanswered(e);
    } catch (SSLException e) {
      throw e.getCause() instanceof EOFException end ? broken(end) : e;
    }
  }

  /// What was no HTTP from its first byte, such as a TLS alert, did not break off: it is none.
  private IOException broken(EOFException end) {
    if (!http) {
      return new MessageConstraintException("not HTTP");
    }
    return begun
        ? new ConnectionClosedException("closed inside the header section", end)
        : unanswered(end);
  }
}
