package dev.crawler.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.MessageConstraintException;

/// A stream that may be asked for more only while it has given less than its allowance. *Confined
/// to the thread that reads.*
final class Allowance extends FilterInputStream {
  private long left;

  Allowance(InputStream in, long bytes) {
    super(in);
    left = bytes;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (left <= 0) {
      throw new MessageConstraintException("header section over the limit");
    }
    int read = super.read(bytes, offset, length);
    left -= read;
    return read;
  }
}
