package dev.crawler.core.handle.zstd;

/// Bits from the first on, lowest first: how the distribution of a table is written (RFC 8878
/// section 4.1.1). *Confined to one thread.*
final class ForwardBits {
  private final byte[] bytes;
  private final int start;
  private final int end;
  private int position;

  ForwardBits(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
  }

  int read(int count) {
    int value = 0;
    for (int i = 0; i < count; i++, position++) {
      int index = start + (position >> 3);
      CorruptFrame.unless(index < end, "a table ends early");
      value |= (bytes[index] >> (position & 7) & 1) << i;
    }
    return value;
  }

  void unreadOne() {
    position--;
  }

  /// Index of the first byte of which nothing was read.
  int nextByte() {
    return start + (position + 7 >> 3);
  }
}
