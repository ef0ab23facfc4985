package dev.crawler.tck.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// The part of a request that a synthetic site looks at. *Immutable.*
///
/// @param target path and query as sent
/// @param host value of the `Host` field, in lower case, empty without one
/// @param keepsAlive whether the client lets the connection stay open
public record RequestHead(String target, String host, boolean keepsAlive) {
  private static final int LONGEST = 64 << 10;

  /// Reads up to the blank line; empty when the client hung up or what it sent is no request.
  public static Optional<RequestHead> read(InputStream in) throws IOException {
    return text(in).flatMap(head -> target(head).map(target -> of(target, head)));
  }

  private static RequestHead of(String target, String head) {
    return new RequestHead(target, host(head), keepsAlive(head));
  }

  /// The target that a head asks for; empty when it is none of a request.
  static Optional<String> target(String head) {
    var requestLine = head.substring(0, head.indexOf('\r')).split(" ", -1);
    return requestLine.length == 3 ? Optional.of(requestLine[1]) : Optional.empty();
  }

  /// All of a head, up to the blank line; empty when the client hung up, or sent too much.
  static Optional<String> text(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream(256);
    int tail = 0;
    while (tail != 0x0D0A0D0A) {
      int next = in.read();
      if (next < 0 || bytes.size() == LONGEST) {
        return Optional.empty();
      }
      bytes.write(next);
      tail = tail << 8 | next;
    }
    return Optional.of(bytes.toString(StandardCharsets.ISO_8859_1));
  }

  private static String host(String head) {
    int start = head.indexOf("\r\nHost: ") + "\r\nHost: ".length();
    return start < "\r\nHost: ".length()
        ? ""
        : head.substring(start, head.indexOf('\r', start)).toLowerCase(Locale.ROOT);
  }

  private static boolean keepsAlive(String head) {
    return !head.toLowerCase(Locale.ROOT).contains("\r\nconnection: close");
  }
}
