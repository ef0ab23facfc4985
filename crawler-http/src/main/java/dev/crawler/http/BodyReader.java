package dev.crawler.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Reads a body up to a limit. *Confined to one thread.*
final class BodyReader {
  /// What is allocated on the word of a `Content-Length` alone; beyond it, memory follows the bytes
  /// that really come.
  private static final int TRUSTED = 256 << 10;

  private static final int FIRST = 8 << 10;

  private final InputStream input;
  private final int limit;
  private byte[] bytes;
  private int count;

  private BodyReader(InputStream input, int limit, byte[] bytes) {
    this.input = input;
    this.limit = limit;
    this.bytes = bytes;
  }

  /// What came of a body, and whether there was more.
  @SuppressWarnings("ArrayRecordComponent") // handed through, never compared
  record Body(byte[] bytes, boolean truncated) {}

  /// Reads a body of known length; fails when it ends early.
  static Body sized(InputStream input, long length, int limit) throws IOException {
    int wanted = (int) Math.min(length, limit);
    var reader = new BodyReader(input, wanted, new byte[Math.min(wanted, TRUSTED)]);
    reader.fill();
    return new Body(reader.result(), wanted < length);
  }

  /// Reads a body that tells its end itself.
  static Body delimited(InputStream input, int limit) throws IOException {
    var reader = new BodyReader(input, limit, new byte[Math.min(limit, FIRST)]);
    reader.fill();
    boolean more = reader.count == limit && input.read() >= 0;
    return new Body(reader.result(), more);
  }

  private void fill() throws IOException {
    while (count < limit) {
      if (count == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(limit, 2L * bytes.length));
      }
      int read = input.read(bytes, count, bytes.length - count);
      if (read < 0) {
        return;
      }
      count += read;
    }
  }

  private byte[] result() {
    return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
  }
}
