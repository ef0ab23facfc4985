package dev.crawler.core.handle.zstd;

/// A decoding table for literals (RFC 8878 section 4.2). *Immutable after it was made.*
final class HuffmanTable {
  private static final int MOST_BITS = 11;
  private static final int MOST_WEIGHTS = 255;
  private static final int WEIGHT_LOG = 6;

  private final int most;
  private final byte[] symbols;
  private final byte[] lengths;

  private HuffmanTable(int most) {
    this.most = most;
    symbols = new byte[1 << most];
    lengths = new byte[1 << most];
  }

  /// A table and where its description ends.
  record Read(HuffmanTable table, int end) {}

  static Read read(byte[] in, int start, int end) {
    CorruptFrame.unless(start < end, "a tree is missing");
    int header = in[start] & 0xFF;
    var weights = new int[MOST_WEIGHTS + 1];
    int count;
    int next;
    if (header >= 128) {
      count = header - 127;
      next = start + 1 + (count + 1) / 2;
      CorruptFrame.unless(next <= end, "a tree ends early");
      for (int i = 0; i < count; i++) {
        weights[i] = in[start + 1 + i / 2] >> (i % 2 == 0 ? 4 : 0) & 0xF;
      }
    } else {
      next = start + 1 + header;
      CorruptFrame.unless(next <= end, "a tree ends early");
      count = coded(in, start + 1, next, weights);
    }
    return new Read(of(weights, count), next);
  }

  /// Weights of two interleaved states; the stream ends when it was read past its beginning.
  private static int coded(byte[] in, int start, int end, int[] weights) {
    var header = new ForwardBits(in, start, end);
    var table = FseTable.read(header, WEIGHT_LOG);
    var bits = new BackwardBits(in, header.nextByte(), end);
    int state = table.first(bits);
    int other = table.first(bits);
    int count = 0;
    while (true) {
      CorruptFrame.unless(count < MOST_WEIGHTS - 1, "a tree that is too large");
      weights[count++] = table.symbol(state);
      state = table.next(state, bits);
      if (bits.remaining() < 0) {
        weights[count++] = table.symbol(other);
        return count;
      }
      int swap = state;
      state = other;
      other = swap;
    }
  }

  /// The weight of the last symbol is what the others leave.
  private static HuffmanTable of(int[] weights, int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      CorruptFrame.unless(weights[i] <= MOST_BITS, "a code that is too long");
      sum += weights[i] == 0 ? 0 : 1 << weights[i] - 1;
    }
    CorruptFrame.unless(sum > 0, "a tree without symbols");
    int most = 32 - Integer.numberOfLeadingZeros(sum);
    int left = (1 << most) - sum;
    CorruptFrame.unless(most <= MOST_BITS && (left & left - 1) == 0, "a tree with gaps");
    weights[count] = 32 - Integer.numberOfLeadingZeros(left);
    return filled(new HuffmanTable(most), weights, count + 1);
  }

  /// Longest codes first, each length in the order of its symbols.
  private static HuffmanTable filled(HuffmanTable table, int[] weights, int count) {
    int position = 0;
    for (int weight = 1; weight <= table.most; weight++) {
      int width = 1 << weight - 1;
      for (int symbol = 0; symbol < count; symbol++) {
        if (weights[symbol] == weight) {
          for (int i = 0; i < width; i++) {
            table.symbols[position + i] = (byte) symbol;
            table.lengths[position + i] = (byte) (table.most + 1 - weight);
          }
          position += width;
        }
      }
    }
    CorruptFrame.unless(position == 1 << table.most, "a tree with gaps");
    return table;
  }

  /// Decodes one stream, which must hold exactly that many symbols.
  void decode(byte[] in, int start, int end, byte[] out, int from, int count) {
    var bits = new BackwardBits(in, start, end);
    int mask = (1 << most) - 1;
    int state = bits.read(most);
    for (int i = from; i < from + count; i++) {
      CorruptFrame.unless(bits.remaining() > -most, "literals end early");
      out[i] = symbols[state];
      int length = lengths[state];
      state = (state << length | bits.read(length)) & mask;
    }
    CorruptFrame.unless(bits.remaining() == -most, "literals go on");
  }
}
