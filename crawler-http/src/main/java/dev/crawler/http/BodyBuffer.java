package dev.crawler.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// What came of a body, up to a limit. Filled in one of two ways: by a thread that waits for it, or
/// piece by piece as it comes. *Confined to one thread at a time.*
final class BodyBuffer {
  /// What is allocated on the word of a `Content-Length` alone; beyond it, memory follows the bytes
  /// that really come.
  private static final int TRUSTED = 256 << 10;

  private static final int FIRST = 8 << 10;

  private final int limit;
  private final boolean longer;
  private byte[] bytes;
  private int count;
  private boolean truncated;

  /// @param declared what the answer says its length is, negative when it does not say
  BodyBuffer(int limit, long declared) {
    this.limit = limit;
    longer = declared > limit;
    long first = declared > 0 ? Math.min(declared, TRUSTED) : FIRST;
    bytes = new byte[(int) Math.min(limit, first)];
  }

  /// Reads on until the body ends or is known to go beyond the limit.
  void fill(InputStream input) throws IOException {
    while (!isOver()) {
      if (count < bytes.length) {
        int read = input.read(bytes, count, bytes.length - count);
        if (read < 0) {
          return;
        }
        count += read;
      } else {
        int octet = input.read();
        if (octet < 0) {
          return;
        }
        add(ByteBuffer.wrap(new byte[] {(byte) octet}));
      }
    }
  }

  /// Takes the next piece, or as much of it as fits.
  void add(ByteBuffer piece) {
    int length = Math.min(piece.remaining(), limit - count);
    if (count + length > bytes.length) {
      long doubled = Math.max(count + length, 2L * bytes.length);
      bytes = Arrays.copyOf(bytes, (int) Math.min(limit, doubled));
    }
    piece.get(bytes, count, length);
    count += length;
    truncated |= piece.hasRemaining();
  }

  /// Whether the body is known to go beyond the limit: nothing more of it is wanted.
  boolean isOver() {
    truncated |= longer && count == limit;
    return truncated;
  }

  byte[] bytes() {
    return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
  }
}
