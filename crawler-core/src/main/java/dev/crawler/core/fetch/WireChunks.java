package dev.crawler.core.fetch;

import java.nio.ByteBuffer;

/// Finds where a body in chunks ends (RFC 9112 section 7.1), or where the limit on it fell. A
/// client has read these bytes before and found nothing wrong with them. *Confined to one thread.*
final class WireChunks {
  private final ByteBuffer bytes;
  private int content;

  /// @param bytes chunks, whatever came behind them, and perhaps not all of them
  WireChunks(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /// Reads to the end of the trailers, or of what there is.
  ///
  /// @param wanted bytes of content
  /// @param truncated whether the body goes on behind these, and is to be cut there
  void read(int wanted, boolean truncated) {
    while (bytes.hasRemaining()) {
      long size = ChunkSize.of(line());
      if (size <= 0) {
        readTrailers();
        return;
      }
      int length = (int) Math.min(Math.min(size, wanted - content), bytes.remaining());
      bytes.position(bytes.position() + length);
      content += length;
      if (truncated && content == wanted) {
        return;
      }
      line();
    }
  }

  /// What was read.
  ByteBuffer read() {
    return bytes.duplicate().flip();
  }

  /// How much of that is content.
  int content() {
    return content;
  }

  private void readTrailers() {
    while (bytes.hasRemaining() && !line().isEmpty()) {
      // they belong to the answer, though nobody reads them
    }
  }

  /// The next line without its end, or what there is of it.
  private String line() {
    var text = new StringBuilder();
    while (bytes.hasRemaining()) {
      char octet = (char) (bytes.get() & 0xFF);
      if (octet == '\n') {
        break;
      }
      text.append(octet);
    }
    int last = text.length() - 1;
    return last >= 0 && text.charAt(last) == '\r' ? text.substring(0, last) : text.toString();
  }
}
