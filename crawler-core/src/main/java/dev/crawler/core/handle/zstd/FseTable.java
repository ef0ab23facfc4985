package dev.crawler.core.handle.zstd;

import java.util.Arrays;

/// A decoding table of finite state entropy (RFC 8878 section 4.1). *Immutable after it was made.*
final class FseTable {
  private static final int MOST_SYMBOLS = 256;

  private final int log;
  private final byte[] symbols;
  private final byte[] bits;
  private final short[] bases;

  private FseTable(int log) {
    this.log = log;
    symbols = new byte[1 << log];
    bits = new byte[1 << log];
    bases = new short[1 << log];
  }

  /// One that knows a single symbol and reads nothing.
  static FseTable ofOne(int symbol) {
    var table = new FseTable(0);
    table.symbols[0] = (byte) symbol;
    return table;
  }

  /// One for these counts; -1 stands for less than one.
  static FseTable of(int log, short... counts) {
    var table = new FseTable(log);
    var next = new int[counts.length];
    table.spread(counts, next);
    for (int state = 0; state < 1 << log; state++) {
      int follower = next[table.symbols[state] & 0xFF]++;
      int width = log - (31 - Integer.numberOfLeadingZeros(follower));
      table.bits[state] = (byte) width;
      table.bases[state] = (short) ((follower << width) - (1 << log));
    }
    return table;
  }

  /// Deals the states out to the symbols.
  private void spread(short[] counts, int[] next) {
    int size = 1 << log;
    int high = size;
    for (int symbol = 0; symbol < counts.length; symbol++) {
      if (counts[symbol] == -1) {
        symbols[--high] = (byte) symbol;
        next[symbol] = 1;
      }
    }
    int step = (size >> 1) + (size >> 3) + 3;
    int position = 0;
    for (int symbol = 0; symbol < counts.length; symbol++) {
      for (int i = 0; i < counts[symbol]; i++) {
        next[symbol] = counts[symbol];
        symbols[position] = (byte) symbol;
        do {
          position = position + step & size - 1;
        } while (position >= high);
      }
    }
    CorruptFrame.unless(position == 0, "a table that does not add up");
  }

  /// Reads the distribution of a table and makes it.
  static FseTable read(ForwardBits in, int mostLog) {
    int log = 5 + in.read(4);
    CorruptFrame.unless(log <= mostLog, "a table that is too large");
    var counts = new short[MOST_SYMBOLS];
    int symbol = 0;
    int left = 1 << log;
    while (left > 0 && symbol < MOST_SYMBOLS) {
      int count = count(in, left);
      left -= Math.abs(count);
      counts[symbol++] = (short) count;
      if (count == 0) {
        symbol += zeros(in);
      }
    }
    CorruptFrame.unless(left == 0 && symbol <= MOST_SYMBOLS, "a table that does not add up");
    return of(log, Arrays.copyOf(counts, symbol));
  }

  /// A value of as few bits as what is left allows; small ones are a bit shorter.
  private static int count(ForwardBits in, int left) {
    int width = 32 - Integer.numberOfLeadingZeros(left + 1);
    int value = in.read(width);
    int mask = (1 << width - 1) - 1;
    int threshold = (1 << width) - 1 - (left + 1);
    if ((value & mask) < threshold) {
      in.unreadOne();
      return (value & mask) - 1;
    }
    return (value > mask ? value - threshold : value) - 1;
  }

  private static int zeros(ForwardBits in) {
    int zeros = 0;
    int more = 3;
    while (more == 3 && zeros < MOST_SYMBOLS) {
      more = in.read(2);
      zeros += more;
    }
    return zeros;
  }

  int first(BackwardBits in) {
    return in.read(log);
  }

  int symbol(int state) {
    return symbols[state] & 0xFF;
  }

  int next(int state, BackwardBits in) {
    return bases[state] + in.read(bits[state]);
  }
}
