package dev.crawler.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

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

  private BodyReader(InputStream input, int limit, long first) {
    this.input = input;
    this.limit = limit;
    bytes = new byte[(int) Math.min(limit, first)];
  }

  /// What came of a body, and whether there was more.
  @SuppressWarnings("ArrayRecordComponent") // handed through, never compared
  record Body(byte[] bytes, boolean truncated) {}

  /// Reads a body to its end, which gives the connection back to the pool, or to the limit, which
  /// leaves the connection to be abandoned.
  ///
  /// @param entity null when the answer has no body
  static Body read(@Nullable HttpEntity entity, int limit) throws IOException {
    if (entity == null) {
      return new Body(new byte[0], false);
    }
    long length = entity.getContentLength();
    long first = length > 0 ? Math.min(length, TRUSTED) : FIRST;
    var reader = new BodyReader(entity.getContent(), limit, first);
    boolean whole = reader.fill(length > limit);
    return new Body(reader.result(), !whole);
  }

  /// Reads on until the body ends or is known to go beyond the limit.
  ///
  /// @param longer whether that is known before
  /// @return whether the body has ended
  private boolean fill(boolean longer) throws IOException {
    while (count < limit || !longer) {
      if (count < bytes.length) {
        int read = input.read(bytes, count, bytes.length - count);
        if (read < 0) {
          return true;
        }
        count += read;
      } else {
        int octet = input.read();
        if (octet < 0 || count == limit) {
          return octet < 0;
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(limit, 2L * bytes.length));
        bytes[count++] = (byte) octet;
      }
    }
    return false;
  }

  private byte[] result() {
    return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
  }
}
