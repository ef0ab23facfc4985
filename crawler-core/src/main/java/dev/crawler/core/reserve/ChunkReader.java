package dev.crawler.core.reserve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.crawler.core.url.CrawlUrl;
import org.jspecify.annotations.Nullable;

/// Reads what a [ChunkWriter] has written. *Confined to its line.*
final class ChunkReader {
  private final byte[] bytes;
  private final int end;
  private int at;
  private int firstStart;
  private int firstEnd;
  private @Nullable CrawlUrl referrer;

  ChunkReader(byte[] bytes, int end) {
    this.bytes = bytes;
    this.end = end;
  }

  boolean isAtEnd() {
    return at == end;
  }

  int number() {
    int value = 0;
    int shift = 0;
    byte next = bytes[at++];
    while (next < 0) {
      value |= (next & 0x7f) << shift;
      shift += 7;
      next = bytes[at++];
    }
    return value | next << shift;
  }

  String text() {
    int length = number();
    return (length & 1) == 0 ? narrow(length >>> 1) : wide(length >>> 1);
  }

  private String narrow(int length) {
    int common = number();
    var text = new byte[common + length];
    System.arraycopy(bytes, firstStart, text, 0, common);
    System.arraycopy(bytes, at, text, common, length);
    if (firstEnd == 0) {
      firstStart = at;
      firstEnd = at + length;
    }
    at += length;
    return new String(text, ISO_8859_1);
  }

  private String wide(int length) {
    var text = new char[length];
    for (int i = 0; i < length; i++) {
      text[i] = (char) (bytes[at] << Byte.SIZE | bytes[at + 1] & 0xff);
      at += 2;
    }
    return new String(text);
  }

  @Nullable CrawlUrl referrer() {
    switch (number()) {
      case ChunkWriter.NO_REFERRER -> {
        return null;
      }
      case ChunkWriter.OTHER_REFERRER -> referrer = CrawlUrl.of(text());
      default -> {} // the last one's
    }
    return referrer;
  }
}
