package dev.crawler.tck.server;

import dev.crawler.core.fetch.Headers;
import dev.crawler.tck.site.Answer.Framing;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Answers as they go over the wire, head and body in one piece.
final class ReplyBytes {
  private static final int CHUNK = 700;

  private ReplyBytes() {}

  static byte[] of(int status, Headers headers, byte[] body, Framing framing, boolean keepsAlive) {
    var head = head(status, headers);
    if (!keepsAlive || framing == Framing.CLOSE) {
      head.append("Connection: close\r\n");
    }
    return switch (framing) {
      case LENGTH -> joined(head.append(length(status, body.length)), body);
      case CHUNKED -> joined(head.append(chunkedUnlessBodiless(status)), chunks(status, body));
      case CLOSE -> joined(head, body);
    };
  }

  /// An answer that announces more than it sends.
  static byte[] announcing(int status, Headers headers, byte[] body, int announced) {
    return joined(head(status, headers).append(length(status, announced)), body);
  }

  private static StringBuilder head(int status, Headers headers) {
    var head = new StringBuilder("HTTP/1.1 ").append(status).append(" Some Reason\r\n");
    headers
        .fields()
        .forEach(
            field -> head.append(field.name()).append(": ").append(field.value()).append("\r\n"));
    return head;
  }

  /// RFC 9110 section 8.6: a 204 has no length.
  private static String length(int status, int length) {
    return status == 204 ? "" : "Content-Length: " + length + "\r\n";
  }

  private static String chunkedUnlessBodiless(int status) {
    return status == 204 ? "" : "Transfer-Encoding: chunked\r\n";
  }

  private static byte[] chunks(int status, byte[] body) {
    var chunks = new ByteArrayOutputStream(body.length + 64);
    for (int start = 0; start < body.length; start += CHUNK) {
      int end = Math.min(start + CHUNK, body.length);
      chunks.writeBytes(ascii(Integer.toHexString(end - start) + ";x=y\r\n"));
      chunks.write(body, start, end - start);
      chunks.writeBytes(ascii("\r\n"));
    }
    if (status != 204) {
      chunks.writeBytes(ascii("0\r\n\r\n"));
    }
    return chunks.toByteArray();
  }

  private static byte[] joined(StringBuilder head, byte[] body) {
    var start = ascii(head.append("\r\n").toString());
    var whole = Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, whole, start.length, body.length);
    return whole;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
