package dev.crawler.core.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/// Reads entries one after the other, up to the first that is not whole. Their fields are read in
/// the order in which they were written. *Confined to one thread.*
final class FrameReader implements Closeable {
  /// No entry is longer: a page has a limit of links, and links one of length.
  private static final int LONGEST = 1 << 30;

  private final InputStream stream;
  private final byte[] head = new byte[Frame.HEAD];
  private byte[] bytes = new byte[1 << 12];
  private int size;
  private int next;
  private long position;
  private long left;

  /// @param length of the stream, or how much of it counts
  FrameReader(InputStream stream, long length) {
    this.stream = new BufferedInputStream(stream, 1 << 16);
    this.left = length;
  }

  /// Reads something that is no entry.
  byte[] raw(int length) throws IOException {
    var octets = stream.readNBytes((int) Math.min(length, left));
    advance(octets.length);
    return octets;
  }

  /// Goes to the next entry; false when there is none, or it is not whole.
  boolean next() throws IOException {
    if (left < Frame.HEAD || stream.readNBytes(head, 0, Frame.HEAD) < Frame.HEAD) {
      return false;
    }
    var start = ByteBuffer.wrap(head);
    int length = start.getInt();
    if (length <= 0 || length > LONGEST || length > left - Frame.HEAD || !read(length)) {
      return false;
    }
    if (Frame.checksum(bytes, length, 0) != start.getInt()) {
      return false;
    }
    advance(Frame.HEAD + length);
    size = length;
    next = 0;
    return true;
  }

  /// Grows with what is really there: a length that is wrong must not cost memory.
  private boolean read(int length) throws IOException {
    if (length > bytes.length) {
      bytes = stream.readNBytes(length);
      return bytes.length == length;
    }
    return stream.readNBytes(bytes, 0, length) == length;
  }

  private void advance(int length) {
    position += length;
    left -= length;
  }

  /// Where the last whole entry ends.
  long position() {
    return position;
  }

  int get() throws IOException {
    if (next == size) {
      throw new EOFException("an entry of the journal ends too early");
    }
    return bytes[next++] & 0xFF;
  }

  long number() throws IOException {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int octet = get();
      value |= (long) (octet & 0x7F) << shift;
      if (octet < 0x80) {
        return value;
      }
    }
  }

  long wide() throws IOException {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = value << 8 | get();
    }
    return value;
  }

  String text() throws IOException {
    long coded = number();
    boolean wide = (coded & 1) == 1;
    long length = (coded >>> 1) * (wide ? 2 : 1);
    if (length > size - next) {
      throw new EOFException("an entry of the journal ends too early");
    }
    var text =
        wide
            ? Frame.wide(bytes, next, (int) length)
            : new String(bytes, next, (int) length, ISO_8859_1);
    next += (int) length;
    return text;
  }

  String text(String former) throws IOException {
    int shared = (int) number();
    return former.substring(0, shared) + text();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
