package dev.crawler.core.handle.zstd;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Bits from the last on: how symbols are written (RFC 8878 section 4.1). Above the first of them
/// stands a one and nothing else. Past the beginning there are zeros, so that a decoder may look
/// further than the stream goes; whether it did is asked at the end. *Confined to one thread.*
final class BackwardBits {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private final int start;
  private long remaining;

  BackwardBits(byte[] bytes, int start, int end) {
    CorruptFrame.unless(start < end && bytes[end - 1] != 0, "a bit stream without its end");
    this.bytes = bytes;
    this.start = start;
    int last = bytes[end - 1] & 0xFF;
    remaining = 8L * (end - start - 1) + (31 - Integer.numberOfLeadingZeros(last));
  }

  /// The next bits, at most 32, as a number; the one read first is its highest.
  int read(int count) {
    remaining -= count;
    if (remaining >= 0) {
      return (int) gather(remaining, count);
    }
    int there = (int) Math.max(0, count + remaining);
    return there == 0 ? 0 : (int) (gather(0, there) << count - there);
  }

  private long gather(long from, int count) {
    int first = start + (int) (from >> 3);
    if (first + Long.BYTES <= bytes.length) {
      return (long) LONGS.get(bytes, first) >>> (from & 7) & (1L << count) - 1;
    }
    int last = start + (int) (from + count + 7 >> 3);
    long value = 0;
    for (int i = last - 1; i >= first; i--) {
      value = value << 8 | bytes[i] & 0xFF;
    }
    return value >>> (from & 7) & (1L << count) - 1;
  }

  /// Bits that are left; negative when more were read than there are.
  long remaining() {
    return remaining;
  }
}
