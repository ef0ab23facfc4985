package dev.crawler.cli.warc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// A record as a gzip member of its own (RFC 1952), so that a reader can begin at any of them.
///
/// Its content stands in stored blocks: what shrinks has mostly come compressed already, and to
/// deflate the rest costs as much as all else that is done with a page (`docs/adr/0012-warc.md`).
///
/// ```
///   gzip header │ block header │ bytes │ … │ last block header │ end of the record │ sums
/// ```
///
/// *Immutable.*
record GzipFrame() implements RecordFrame {
  private static final int DEFLATE = 8;
  private static final int UNKNOWN_SYSTEM = 255;
  private static final byte[] GZIP = {
    0x1f, (byte) 0x8b, DEFLATE, 0, 0, 0, 0, 0, 0, (byte) UNKNOWN_SYSTEM
  };
  private static final byte[] END = RecordFrame.end();
  private static final int LONGEST_BLOCK = 0xFFFF;
  private static final int BLOCK_HEADER = 5;
  private static final int SUMS = 8;
  private static final byte INNER = 0;
  private static final byte LAST = 1;

  @Override
  public List<ByteBuffer> frame(byte[] header, ByteBuffer head, ByteBuffer body) {
    var pieces = new ArrayList<ByteBuffer>();
    pieces.add(ByteBuffer.wrap(GZIP));
    var crc = new CRC32();
    int length = END.length;
    for (var part : List.of(ByteBuffer.wrap(header), head, body)) {
      crc.update(part.duplicate());
      length += part.remaining();
      store(part, pieces);
    }
    crc.update(END);
    pieces.add(last((int) crc.getValue(), length));
    return pieces;
  }

  private static void store(ByteBuffer part, List<ByteBuffer> pieces) {
    for (var rest = part.duplicate(); rest.hasRemaining(); ) {
      int count = Math.min(LONGEST_BLOCK, rest.remaining());
      pieces.add(blockHeader(INNER, count, 0).flip());
      pieces.add(rest.slice(rest.position(), count));
      rest.position(rest.position() + count);
    }
  }

  private static ByteBuffer last(int sum, int length) {
    return blockHeader(LAST, END.length, END.length + SUMS)
        .put(END)
        .putInt(sum)
        .putInt(length)
        .flip();
  }

  /// The header of a stored block (RFC 1951 section 3.2.4), with room behind it.
  private static ByteBuffer blockHeader(byte kind, int count, int room) {
    return ByteBuffer.allocate(BLOCK_HEADER + room)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(kind)
        .putShort((short) count)
        .putShort((short) ~count);
  }
}
