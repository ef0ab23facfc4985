package dev.crawler.cli.warc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// A record as a gzip member of its own (RFC 1952), so that a reader can begin at any of them.
///
/// Header and head are deflated. The body stands in stored blocks: what shrinks has mostly come
/// compressed already, and to deflate the rest costs as much as all else that is done with a page
/// (`docs/adr/0012-warc.md`).
///
/// ```
///   gzip header │ deflated header and head, to a whole byte │ stored … stored │ last stored │ sums
/// ```
///
/// *Confined to one thread at a time.*
final class GzipFrame implements RecordFrame {
  private static final byte[] GZIP = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, -1};
  private static final byte[] END = RecordFrame.end();
  private static final int LONGEST_BLOCK = 0xFFFF;
  private static final int BLOCK_HEADER = 5;
  private static final int SUMS = 8;
  private static final byte INNER = 0;
  private static final byte LAST = 1;

  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
  private final CRC32 crc = new CRC32();
  private byte[] scratch = new byte[1 << 12];

  @Override
  public List<ByteBuffer> frame(byte[] header, ByteBuffer head, ByteBuffer body) {
    int length = header.length + head.remaining() + body.remaining() + END.length;
    crc.reset();
    crc.update(header);
    crc.update(head.duplicate());
    crc.update(body.duplicate());
    crc.update(END);
    var pieces = new ArrayList<ByteBuffer>();
    pieces.add(deflated(header, head));
    for (var rest = body.duplicate(); rest.hasRemaining(); ) {
      int count = Math.min(LONGEST_BLOCK, rest.remaining());
      pieces.add(blockHeader(INNER, count).flip());
      pieces.add(rest.slice(rest.position(), count));
      rest.position(rest.position() + count);
    }
    pieces.add(last(length));
    return pieces;
  }

  @Override
  public void close() {
    deflater.end();
  }

  private ByteBuffer deflated(byte[] header, ByteBuffer head) {
    reserve(header.length + head.remaining());
    System.arraycopy(GZIP, 0, scratch, 0, GZIP.length);
    int end = GZIP.length;
    deflater.reset();
    deflater.setInput(header);
    while (!deflater.needsInput()) {
      end += deflater.deflate(scratch, end, scratch.length - end, Deflater.NO_FLUSH);
    }
    deflater.setInput(head);
    end += deflater.deflate(scratch, end, scratch.length - end, Deflater.SYNC_FLUSH);
    return ByteBuffer.wrap(Arrays.copyOf(scratch, end));
  }

  /// Room for what does not shrink: the flush ends in one call then.
  private void reserve(int length) {
    int most = GZIP.length + length + length / 64 + 128;
    if (scratch.length < most) {
      scratch = new byte[most];
    }
  }

  private ByteBuffer last(int length) {
    return blockHeader(LAST, END.length)
        .put(END)
        .putInt((int) crc.getValue())
        .putInt(length)
        .flip();
  }

  /// The header of a stored block (RFC 1951 section 3.2.4), with room behind it.
  private static ByteBuffer blockHeader(byte kind, int count) {
    return ByteBuffer.allocate(BLOCK_HEADER + END.length + SUMS)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(kind)
        .putShort((short) count)
        .putShort((short) ~count);
  }
}
