package dev.crawler.core.handle.zstd;

import org.jspecify.annotations.Nullable;

/// What a frame says of itself (RFC 8878 section 3.1.1.1). *Immutable.*
///
/// @param window bytes that it may reach back
/// @param contentSize of the whole frame, or -1 when it does not say
/// @param hasChecksum whether one stands at its end
/// @param end where the header ends
record FrameHeader(long window, long contentSize, boolean hasChecksum, int end) {
  /// Reads the header after the magic number; null when the input ends within it.
  static @Nullable FrameHeader read(byte[] in, int start, int end) {
    if (start >= end) {
      return null;
    }
    int descriptor = in[start];
    boolean single = (descriptor & 0x20) != 0;
    int windowBytes = single ? 0 : 1;
    int dictionaryBytes = (1 << (descriptor & 3)) / 2;
    int sizeBytes = sizeBytes(descriptor >> 6 & 3, single);
    int next = start + 1 + windowBytes + dictionaryBytes + sizeBytes;
    if (next > end) {
      return null;
    }
    CorruptFrame.unless((descriptor & 0x08) == 0, "a reserved bit");
    long dictionary = Literals.little(in, start + 1 + windowBytes, dictionaryBytes, end);
    CorruptFrame.unless(dictionary == 0, "a dictionary");
    long size = size(in, next - sizeBytes, sizeBytes, end);
    long window = single ? size : window(in[start + 1]);
    return new FrameHeader(window, size, (descriptor & 0x04) != 0, next);
  }

  private static int sizeBytes(int flag, boolean single) {
    return flag == 0 ? single ? 1 : 0 : 1 << flag;
  }

  private static long size(byte[] in, int start, int count, int end) {
    if (count == 0) {
      return -1;
    }
    long size = Literals.little(in, start, count, end) + (count == 2 ? 256 : 0);
    CorruptFrame.unless(size >= 0, "a frame of more than can be");
    return size;
  }

  private static long window(byte descriptor) {
    long base = 1L << 10 + ((descriptor & 0xFF) >> 3);
    return base + base / 8 * (descriptor & 7);
  }
}
