package dev.crawler.core.handle.zstd;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The literals of a block (RFC 8878 section 3.1.1.3.1). Keeps the tree of the block before, which
/// the next may use again. *Confined to one thread.*
final class Literals {
  private static final int JUMP_TABLE = 6;

  private final byte[] bytes = new byte[ZstdDecoder.LARGEST_BLOCK];
  private @Nullable HuffmanTable table;
  private int length;

  /// Forgets the tree: a frame begins.
  void reset() {
    table = null;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /// Reads the section and returns where it ends.
  int read(byte[] in, int start, int end) {
    CorruptFrame.unless(start < end, "a block without literals");
    int type = in[start] & 3;
    int format = in[start] >> 2 & 3;
    return type < 2 ? plain(in, start, end, type, format) : coded(in, start, end, type, format);
  }

  private int plain(byte[] in, int start, int end, int type, int format) {
    int header = format == 1 ? 2 : format == 3 ? 3 : 1;
    int from = start + header;
    length = (int) (little(in, start, header, end) >> (header == 1 ? 3 : 4));
    requireFitting();
    int next = from + (type == 0 ? length : 1);
    CorruptFrame.unless(next <= end, "literals end early");
    if (type == 0) {
      System.arraycopy(in, from, bytes, 0, length);
    } else {
      Arrays.fill(bytes, 0, length, in[from]);
    }
    return next;
  }

  private int coded(byte[] in, int start, int end, int type, int format) {
    int width = format < 2 ? 10 : format == 2 ? 14 : 18;
    int header = format < 2 ? 3 : format + 2;
    long sizes = little(in, start, header, end) >> 4;
    length = (int) (sizes & (1 << width) - 1);
    requireFitting();
    int from = start + header;
    int next = from + (int) (sizes >> width);
    CorruptFrame.unless(next <= end, "literals end early");
    if (type == 2) {
      var read = HuffmanTable.read(in, from, next);
      table = read.table();
      from = read.end();
    }
    var tree = table;
    CorruptFrame.unless(tree != null, "a tree of a block before the first");
    if (tree != null) {
      decode(tree, in, from, next, format == 0);
    }
    return next;
  }

  private void decode(HuffmanTable tree, byte[] in, int from, int end, boolean single) {
    if (single) {
      tree.decode(in, from, end, bytes, 0, length);
      return;
    }
    int part = (length + 3) / 4;
    CorruptFrame.unless(3 * part <= length, "too few literals for four streams");
    int position = from + JUMP_TABLE;
    for (int stream = 0; stream < 4; stream++) {
      int jump = from + 2 * stream;
      int next = stream == 3 ? end : position + (int) little(in, jump, 2, end);
      CorruptFrame.unless(next <= end, "literals end early");
      int count = stream == 3 ? length - 3 * part : part;
      tree.decode(in, position, next, bytes, stream * part, count);
      position = next;
    }
  }

  private void requireFitting() {
    CorruptFrame.unless(length <= bytes.length, "more literals than a block may have");
  }

  static long little(byte[] in, int start, int count, int end) {
    CorruptFrame.unless(start + count <= end, "a header ends early");
    long value = 0;
    for (int i = count - 1; i >= 0; i--) {
      value = value << 8 | in[start + i] & 0xFF;
    }
    return value;
  }
}
