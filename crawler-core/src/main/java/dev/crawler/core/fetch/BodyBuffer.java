package dev.crawler.core.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// What came of a body, up to a limit. Filled in one of two ways: by a thread that waits for it, or
/// piece by piece as it comes. *Confined to one thread at a time.*
public final class BodyBuffer {
  /// What is allocated on the word of a `Content-Length` once a byte has come; beyond it, memory
  /// follows the bytes that really come.
  private static final int TRUSTED = 64 << 10;

  private static final int FIRST = 8 << 10;
  private static final byte[] NOTHING = new byte[0];

  private final int limit;
  private final boolean longer;
  private final long first;
  private byte[] bytes = NOTHING;
  private int count;
  private boolean truncated;

  /// Nothing yet.
  ///
  /// @param limit bytes that are kept, as [dev.crawler.core.plan.HttpSettings#rawLimit] has it
  /// @param declared what the answer says its length is, negative when it does not say
  public BodyBuffer(int limit, long declared) {
    this.limit = limit;
    longer = declared > limit;
    first = declared > 0 ? Math.min(declared, TRUSTED) : FIRST;
  }

  /// Reads on until the body ends or is known to go beyond the limit.
  public void fill(InputStream input) throws IOException {
    while (!isOver()) {
      if (count < bytes.length) {
        int read = input.read(bytes, count, bytes.length - count);
        if (read < 0) {
          return;
        }
        count += read;
      } else { // is there any more that memory is needed for?
        int octet = input.read();
        if (octet < 0) {
          return;
        }
        add(ByteBuffer.wrap(new byte[] {(byte) octet}));
      }
    }
  }

  /// Takes the next piece, or as much of it as fits.
  public void add(ByteBuffer piece) {
    int length = Math.min(piece.remaining(), limit - count);
    if (count + length > bytes.length) {
      long wanted = Math.max(count + length, bytes.length == 0 ? first : 2L * bytes.length);
      bytes = Arrays.copyOf(bytes, (int) Math.min(limit, wanted));
    }
    piece.get(bytes, count, length);
    count += length;
    truncated |= piece.hasRemaining();
  }

  /// Whether the body is known to go beyond the limit: nothing more of it is wanted.
  public boolean isOver() {
    truncated |= longer && count == limit;
    return truncated;
  }

  /// What came, for one receiver.
  public byte[] bytes() {
    return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
  }
}
