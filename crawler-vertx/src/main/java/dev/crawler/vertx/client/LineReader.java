package dev.crawler.vertx.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/// Reads lines as they come in, one character an octet, up to a number of bytes in all. A line ends
/// with LF, before which one CR is dropped (RFC 9112 section 2.2). *Confined to its connection.*
final class LineReader {
  private final int longest;
  private final StringBuilder line = new StringBuilder();
  private long left;

  /// @param longest characters of a line
  /// @param allowed bytes in all, those that are only [#count]ed included
  LineReader(int longest, long allowed) {
    this.longest = longest;
    left = allowed;
  }

  /// The next line, or null when more bytes must come first; those given are used up then.
  @Nullable String next(ByteBuf in) {
    int length = in.bytesBefore((byte) '\n');
    if (length < 0) {
      count(in.readableBytes());
      line.append(in.readCharSequence(in.readableBytes(), ISO_8859_1));
      if (left == 0 || line.length() > longest) {
        throw tooLong();
      }
      return null;
    }
    count(length + 1);
    line.append(in.readCharSequence(length, ISO_8859_1));
    in.skipBytes(1);
    if (line.length() > longest) {
      throw tooLong();
    }
    return taken();
  }

  /// Counts bytes that are read by someone else.
  void count(int bytes) {
    left -= bytes;
    if (left < 0) {
      throw tooLong();
    }
  }

  private String taken() {
    int end = line.length();
    if (end > 0 && line.charAt(end - 1) == '\r') {
      end--;
    }
    var text = line.substring(0, end);
    line.setLength(0);
    return text;
  }

  private static AnswerException tooLong() {
    return AnswerException.notHttp("more bytes than a header section or a body may have");
  }
}
