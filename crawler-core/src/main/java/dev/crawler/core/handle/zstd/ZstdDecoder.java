package dev.crawler.core.handle.zstd;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Undoes Zstandard (RFC 8878), all frames of it, up to a limit. The output is kept whole and is
/// the window, so a frame's claims allocate nothing; a frame that needs a window above 8 MiB is
/// refused, as RFC 9659 allows for HTTP. *Confined to one thread.*
public final class ZstdDecoder {
  /// How decoding ended.
  public enum End {
    /// Everything is decoded.
    DONE,
    /// There is more than the limit.
    LIMIT,
    /// The input ends within a frame.
    INPUT_ENDED,
    /// It is no Zstandard, or needs what HTTP does not offer: a dictionary, a large window.
    INVALID
  }

  static final int LARGEST_BLOCK = 128 << 10;

  private static final int START = 1 << 16;
  private static final int KEPT = 1 << 20;
  private static final long LARGEST_WINDOW = 8 << 20;
  private static final int MAGIC = 0xFD2FB528;
  private static final int SKIPPABLE = 0x184D2A50;

  private final IntConsumer expect;
  private final Literals literals = new Literals();
  private final Sequences sequences = new Sequences();
  private byte[] out = new byte[START];
  private int length;
  private int frameStart;
  private long window;
  private int literal;

  /// @param expect hears how long a buffer is about to be, and waits until it may
  public ZstdDecoder(IntConsumer expect) {
    this.expect = expect;
  }

  /// Decodes the first bytes of an array; what came of it, also before a bad end, is in [#bytes()].
  public End decode(byte[] in, int inputLength, int limit) {
    keepApart(in);
    length = 0;
    int position = 0;
    try {
      while (position < inputLength) {
        if (inputLength - position < 4) {
          return End.INPUT_ENDED;
        }
        int magic = (int) Literals.little(in, position, 4, inputLength);
        boolean skippable = (magic & ~0xF) == SKIPPABLE;
        CorruptFrame.unless(magic == MAGIC || skippable, "no frame");
        position =
            skippable ? skip(in, position, inputLength) : frame(in, position, inputLength, limit);
        if (position < 0) {
          return length > limit ? End.LIMIT : End.INPUT_ENDED;
        }
      }
      return End.DONE;
    } catch (CorruptFrame | IndexOutOfBoundsException _) {
      return End.INVALID; // bytes from strangers: the array's own bounds are the last check
    } finally {
      length = Math.min(length, limit);
    }
  }

  /// What is coded twice is decoded from the buffer of the first time.
  @SuppressWarnings("ReferenceEquality")
  private void keepApart(byte[] in) {
    if (in == out) {
      out = new byte[START];
    }
  }

  /// What was decoded, from index 0 on; valid until the next call.
  public byte[] bytes() {
    return out;
  }

  /// How many bytes of it count.
  public int length() {
    return length;
  }

  /// Lets go of what one huge page made large.
  public void trim() {
    if (out.length > KEPT) {
      out = new byte[START];
    }
  }

  private static int skip(byte[] in, int start, int end) {
    if (end - start < 8) {
      return -1;
    }
    long next = start + 8 + Literals.little(in, start + 4, 4, end);
    return next > end ? -1 : (int) next;
  }

  /// Decodes one frame. Returns where it ends, or -1 when the input or the limit ends before it.
  private int frame(byte[] in, int start, int end, int limit) {
    var header = FrameHeader.read(in, start + 4, end);
    if (header == null) {
      return -1;
    }
    CorruptFrame.unless(header.window() <= LARGEST_WINDOW, "a window that is too large");
    window = header.window();
    frameStart = length;
    literals.reset();
    sequences.reset();
    int position = header.end();
    boolean last = false;
    while (!last) {
      if (end - position < 3) {
        return -1;
      }
      int block = (int) Literals.little(in, position, 3, end);
      position = block(in, position + 3, end, block);
      if (position < 0 || length > limit) {
        return -1;
      }
      last = (block & 1) != 0;
    }
    return afterChecks(header, in, position, end);
  }

  private int afterChecks(FrameHeader header, byte[] in, int position, int end) {
    CorruptFrame.unless(
        header.contentSize() < 0 || header.contentSize() == length - frameStart,
        "a frame of another size");
    if (!header.hasChecksum()) {
      return position;
    }
    if (end - position < 4) {
      return -1;
    }
    CorruptFrame.unless(
        (int) Literals.little(in, position, 4, end) == (int) XxHash64.of(out, frameStart, length),
        "a wrong checksum");
    return position + 4;
  }

  private int block(byte[] in, int start, int end, int header) {
    int type = header >> 1 & 3;
    int size = header >> 3;
    CorruptFrame.unless(type != 3 && size <= Math.min(window, LARGEST_BLOCK), "a bad block");
    int next = start + (type == 1 ? 1 : size);
    if (next > end) {
      return -1;
    }
    ensure(LARGEST_BLOCK);
    switch (type) {
      case 0 -> append(in, start, size);
      case 1 -> {
        Arrays.fill(out, length, length + size, in[start]);
        length += size;
      }
      default -> compressed(in, start, next);
    }
    return next;
  }

  private void compressed(byte[] in, int start, int end) {
    int most = length + LARGEST_BLOCK;
    literal = 0;
    int next = literals.read(in, start, end);
    sequences.read(in, next, end, (before, offset, count) -> copy(before, offset, count, most));
    int rest = literals.length() - literal;
    CorruptFrame.unless(length + rest <= most, "a block that is too large");
    append(literals.bytes(), literal, rest);
  }

  private void copy(int before, int offset, int count, int most) {
    CorruptFrame.unless(before <= literals.length() - literal, "more literals than there are");
    CorruptFrame.unless((long) length + before + count <= most, "a block that is too large");
    append(literals.bytes(), literal, before);
    literal += before;
    CorruptFrame.unless(offset <= Math.min(length - frameStart, window), "an offset out of reach");
    if (offset >= count) {
      System.arraycopy(out, length - offset, out, length, count);
    } else {
      for (int i = length; i < length + count; i++) {
        out[i] = out[i - offset];
      }
    }
    length += count;
  }

  private void append(byte[] from, int start, int count) {
    System.arraycopy(from, start, out, length, count);
    length += count;
  }

  private void ensure(int more) {
    if (length + more > out.length) {
      int longer = Math.max(length + more, 2 * out.length);
      expect.accept(longer);
      out = Arrays.copyOf(out, longer);
    }
  }
}
