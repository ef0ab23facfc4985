package dev.crawler.core.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What came of a body, up to a limit. Filled in one of two ways: by a thread that waits for it, or
/// piece by piece as it comes. Small ones are simply in memory; what grows beyond that asks for
/// more of it ([Lease]), and goes on in a file when there is none. *Confined to one thread at a
/// time.*
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
  private Lease lease = Lease.NONE;
  private @Nullable SpilledBody spilled;

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
      if (spilled != null) {
        fillFile(input, new byte[FIRST]);
        return;
      }
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

  private void fillFile(InputStream input, byte[] piece) throws IOException {
    while (!isOver()) {
      int read = input.read(piece);
      if (read < 0) {
        return;
      }
      add(ByteBuffer.wrap(piece, 0, read));
    }
  }

  /// Takes the next piece, or as much of it as fits.
  ///
  /// @throws java.io.UncheckedIOException when it had to go into a file, and could not
  public void add(ByteBuffer piece) {
    int length = Math.min(piece.remaining(), limit - count);
    if (spilled == null && count + length > bytes.length) {
      grow(count + length);
    }
    if (spilled == null) {
      piece.get(bytes, count, length);
    } else {
      spilled.add(piece.slice(piece.position(), length));
      piece.position(piece.position() + length);
    }
    count += length;
    truncated |= piece.hasRemaining();
  }

  private void grow(int needed) {
    int wanted =
        (int) Math.min(limit, Math.max(needed, bytes.length == 0 ? first : 2L * bytes.length));
    if (wanted > TRUSTED && lease == Lease.NONE) {
      lease = Lease.begin();
    }
    if (wanted <= TRUSTED || lease.grow(wanted - bytes.length) || !spill()) {
      bytes = Arrays.copyOf(bytes, wanted);
    }
  }

  /// Goes on in a file; without one it goes on in memory, for better or worse.
  private boolean spill() {
    try {
      spilled = SpilledBody.create();
    } catch (IOException _) {
      return false;
    }
    spilled.add(ByteBuffer.wrap(bytes, 0, count));
    bytes = NOTHING;
    lease.close();
    return true;
  }

  /// Whether the body is known to go beyond the limit: nothing more of it is wanted.
  public boolean isOver() {
    truncated |= longer && count == limit;
    return truncated;
  }

  /// What came, for one receiver.
  public Body body() {
    if (spilled != null) {
      return spilled;
    }
    return new Body.Held(count == bytes.length ? bytes : Arrays.copyOf(bytes, count), lease);
  }
}
