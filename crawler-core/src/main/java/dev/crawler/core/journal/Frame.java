package dev.crawler.core.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// One entry in the making: its length, a checksum of all the rest, then its fields. *Confined to
/// one thread.*
final class Frame {
  /// Bytes before the fields.
  static final int HEAD = 8;

  private byte[] bytes = new byte[1 << 12];
  private int size;

  /// Begins anew.
  Frame begin(EntryKind kind) {
    if (bytes.length > 1 << 18) {
      bytes = new byte[1 << 12];
    }
    size = HEAD;
    return put(kind.code());
  }

  Frame put(int octet) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) octet;
    return this;
  }

  /// A number of 0 or more: seven bits an octet, the low ones first.
  Frame number(long value) {
    long rest = value;
    while (rest > 0x7F) {
      put((int) rest | 0x80);
      rest >>>= 7;
    }
    return put((int) rest);
  }

  /// Any number: eight octets.
  Frame wide(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      put((int) (value >>> shift));
    }
    return this;
  }

  /// Any text, half surrogate pairs included: an octet a character when that is enough, else two.
  Frame text(String text) {
    boolean wide = text.chars().anyMatch(c -> c > 0xFF);
    number((long) text.length() << 1 | (wide ? 1 : 0));
    for (int i = 0; i < text.length(); i++) {
      if (wide) {
        put(text.charAt(i) >>> 8);
      }
      put(text.charAt(i));
    }
    return this;
  }

  /// A text that begins as another one does that stands before it.
  Frame text(String text, String former) {
    int most = Math.min(text.length(), former.length());
    int shared = 0;
    while (shared < most && text.charAt(shared) == former.charAt(shared)) {
      shared++;
    }
    return number(shared).text(text.substring(shared));
  }

  /// Where the next field will be.
  int size() {
    return size;
  }

  /// Hands all over in one call, and returns how much that was.
  int writeTo(OutputStream out) throws IOException {
    var head = ByteBuffer.wrap(bytes);
    head.putInt(size - HEAD).putInt(checksum(bytes, size - HEAD, HEAD));
    out.write(bytes, 0, size);
    return size;
  }

  static int checksum(byte[] bytes, int length, int from) {
    var sum = new CRC32C();
    sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, length));
    sum.update(bytes, from, length);
    return (int) sum.getValue();
  }

  /// Not by a charset, which would not let half a surrogate pair through.
  static String wide(byte[] bytes, int from, int length) {
    var chars = new char[length / 2];
    ByteBuffer.wrap(bytes, from, length).asCharBuffer().get(chars);
    return new String(chars);
  }
}
