package dev.crawler.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// What comes in on a connection, remembering whether anything came and whether it has ended: the
/// library's readers say neither. *Confined to the thread that uses the connection.*
final class ReceivedStream extends FilterInputStream {
  private long count;
  private boolean ended;

  ReceivedStream(InputStream in) {
    super(in);
  }

  /// Bytes so far.
  long count() {
    return count;
  }

  /// Whether the end of the stream was met.
  boolean hasEnded() {
    return ended;
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    note(octet < 0 ? -1 : 1);
    return octet;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    note(read);
    return read;
  }

  private void note(int read) {
    if (read < 0) {
      ended = true;
    } else {
      count += read;
    }
  }
}
