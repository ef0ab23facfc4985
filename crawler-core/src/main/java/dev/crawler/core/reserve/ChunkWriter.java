package dev.crawler.core.reserve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.crawler.core.url.CrawlUrl;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A chunk that is being filled. The URLs of one host, and those found on one page, have much in
/// common: each text is written from where it differs from the first one, and a referrer that is
/// the last one's costs a byte. *Confined to its line.*
final class ChunkWriter {
  static final int NO_REFERRER = 0;
  static final int SAME_REFERRER = 1;
  static final int OTHER_REFERRER = 2;

  private static final int FIRST_SIZE = 128;

  private byte[] bytes = new byte[FIRST_SIZE];
  private int size;
  private int firstStart;
  private int firstEnd;
  private int referrerStart;
  private int referrerEnd;

  int size() {
    return size;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  byte[] bytes() {
    return bytes;
  }

  /// Writes a number from 0 on, small ones in fewer bytes.
  void number(int value) {
    reserve(5);
    int rest = value;
    while (rest > 0x7f) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /// Writes any text, half surrogates too: one that has other characters than Latin-1 as it is.
  void text(String text) {
    var narrow = text.getBytes(ISO_8859_1);
    if (!new String(narrow, ISO_8859_1).equals(text)) {
      wide(text);
      return;
    }
    int same = Arrays.mismatch(bytes, firstStart, firstEnd, narrow, 0, narrow.length);
    int common = same < 0 ? narrow.length : same;
    number(narrow.length - common << 1);
    number(common);
    reserve(narrow.length - common);
    System.arraycopy(narrow, common, bytes, size, narrow.length - common);
    if (firstEnd == 0) {
      firstStart = size;
      firstEnd = size + narrow.length;
    }
    size += narrow.length - common;
  }

  private void wide(String text) {
    number(text.length() << 1 | 1);
    reserve(2 * text.length());
    for (int i = 0; i < text.length(); i++) {
      bytes[size++] = (byte) (text.charAt(i) >> Byte.SIZE);
      bytes[size++] = (byte) text.charAt(i);
    }
  }

  void referrer(@Nullable CrawlUrl referrer) {
    if (referrer == null) {
      number(NO_REFERRER);
      return;
    }
    int start = size;
    number(OTHER_REFERRER);
    text(referrer.href());
    if (Arrays.equals(bytes, referrerStart, referrerEnd, bytes, start, size)) {
      size = start;
      number(SAME_REFERRER);
    } else {
      referrerStart = start;
      referrerEnd = size;
    }
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + bytes.length / 2));
    }
  }
}
