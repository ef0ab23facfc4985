package dev.crawler.core.handle.zstd;

import org.jspecify.annotations.Nullable;

/// The sequences of a block: so many literals, then so many bytes from so far back (RFC 8878
/// section 3.1.1.3.2). Keeps the tables and the last offsets of the block before. *Confined to one
/// thread.*
final class Sequences {
  private static final int[] LITERAL_BASES = {
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 28, 32, 40, 48, 64,
    128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536
  };
  private static final int[] LITERAL_BITS = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11,
    12, 13, 14, 15, 16
  };
  private static final int[] MATCH_BASES = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
    29, 30, 31, 32, 33, 34, 35, 37, 39, 41, 43, 47, 51, 59, 67, 83, 99, 131, 259, 515, 1027, 2051,
    4099, 8195, 16387, 32771, 65539
  };
  private static final int[] MATCH_BITS = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
  };
  private static final FseTable USUAL_LITERALS =
      FseTable.of(
          6,
          counts(
              4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1,
              1, 1, 1, -1, -1, -1, -1));
  private static final FseTable USUAL_OFFSETS =
      FseTable.of(
          5,
          counts(
              1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1,
              -1, -1));
  private static final FseTable USUAL_MATCHES =
      FseTable.of(
          6,
          counts(
              1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
              1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1));
  private static final int LARGEST_OFFSET_CODE = 31;

  private @Nullable FseTable literals;
  private @Nullable FseTable offsets;
  private @Nullable FseTable matches;
  private final int[] recent = new int[3];
  private int position;

  /// Takes what a block copies, in its order.
  interface Copying {
    /// Appends that many of the block's literals, then that many bytes from so far back.
    void copy(int literals, int offset, int length);
  }

  private static short[] counts(int... values) {
    var counts = new short[values.length];
    for (int i = 0; i < values.length; i++) {
      counts[i] = (short) values[i];
    }
    return counts;
  }

  /// Forgets everything: a frame begins.
  void reset() {
    literals = null;
    offsets = null;
    matches = null;
    recent[0] = 1;
    recent[1] = 4;
    recent[2] = 8;
  }

  /// Reads the section, which fills the rest of its block.
  void read(byte[] in, int start, int end, Copying copying) {
    position = start;
    int count = count(in, end);
    if (count == 0) {
      CorruptFrame.unless(position == end, "bytes after a block");
      return;
    }
    int modes = (int) Literals.little(in, position++, 1, end);
    CorruptFrame.unless((modes & 3) == 0, "a reserved bit");
    literals = table(modes >> 6, in, end, USUAL_LITERALS, literals, 9);
    offsets = table(modes >> 4 & 3, in, end, USUAL_OFFSETS, offsets, 8);
    matches = table(modes >> 2 & 3, in, end, USUAL_MATCHES, matches, 9);
    decode(new BackwardBits(in, position, end), count, literals, offsets, matches, copying);
  }

  private int count(byte[] in, int end) {
    int first = (int) Literals.little(in, position++, 1, end);
    if (first < 128) {
      return first;
    }
    if (first < 255) {
      return (first - 128 << 8) + (int) Literals.little(in, position++, 1, end);
    }
    position += 2;
    return (int) Literals.little(in, position - 2, 2, end) + 0x7F00;
  }

  private FseTable table(
      int mode, byte[] in, int end, FseTable usual, @Nullable FseTable former, int mostLog) {
    return switch (mode) {
      case 0 -> usual;
      case 1 -> FseTable.ofOne((int) Literals.little(in, position++, 1, end));
      case 2 -> {
        var bits = new ForwardBits(in, position, end);
        var table = FseTable.read(bits, mostLog);
        position = bits.nextByte();
        yield table;
      }
      default -> {
        if (former == null) {
          throw new CorruptFrame("a table of a block before the first");
        }
        yield former;
      }
    };
  }

  private void decode(
      BackwardBits bits, int count, FseTable ll, FseTable of, FseTable ml, Copying copying) {
    int literal = ll.first(bits);
    int offset = of.first(bits);
    int match = ml.first(bits);
    for (int i = 1; i <= count; i++) {
      int offsetCode = of.symbol(offset);
      int matchCode = ml.symbol(match);
      int literalCode = ll.symbol(literal);
      requireKnown(offsetCode, matchCode, literalCode);
      long distance = (1L << offsetCode) + Integer.toUnsignedLong(bits.read(offsetCode));
      int length = MATCH_BASES[matchCode] + bits.read(MATCH_BITS[matchCode]);
      int before = LITERAL_BASES[literalCode] + bits.read(LITERAL_BITS[literalCode]);
      copying.copy(before, resolved(distance, before), length);
      if (i < count) {
        literal = ll.next(literal, bits);
        match = ml.next(match, bits);
        offset = of.next(offset, bits);
      }
      CorruptFrame.unless(bits.remaining() >= 0, "sequences end early");
    }
    CorruptFrame.unless(bits.remaining() == 0, "sequences go on");
  }

  private static void requireKnown(int offsetCode, int matchCode, int literalCode) {
    CorruptFrame.unless(
        offsetCode <= LARGEST_OFFSET_CODE
            && matchCode < MATCH_BASES.length
            && literalCode < LITERAL_BASES.length,
        "an unknown code");
  }

  /// The first three values stand for the offsets used last (section 3.1.1.5).
  private int resolved(long value, int before) {
    if (value > 3) {
      CorruptFrame.unless(value - 3 <= Integer.MAX_VALUE, "an offset out of reach");
      shift(2, (int) (value - 3));
      return recent[0];
    }
    int index = (int) value - 1 + (before == 0 ? 1 : 0);
    int offset = index < 3 ? recent[index] : recent[0] - 1;
    CorruptFrame.unless(offset > 0, "an offset of nothing");
    shift(Math.min(index, 2), offset);
    return offset;
  }

  private void shift(int from, int offset) {
    for (int i = from; i > 0; i--) {
      recent[i] = recent[i - 1];
    }
    recent[0] = offset;
  }
}
