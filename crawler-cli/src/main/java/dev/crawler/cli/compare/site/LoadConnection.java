package dev.crawler.cli.compare.site;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A connection of the load client: knows as much of HTTP as it takes to find the end of an answer.
/// *Confined to one thread.*
final class LoadConnection implements AutoCloseable {
  private final String authority;
  private final Socket socket;
  private final InputStream in;

  private LoadConnection(String authority, Socket socket) throws IOException {
    this.authority = authority;
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  static LoadConnection open(String authority) throws IOException {
    int colon = authority.indexOf(':');
    var host = authority.substring(0, colon);
    var socket = new Socket(host, Integer.parseInt(authority.substring(colon + 1)));
    socket.setTcpNoDelay(true);
    return new LoadConnection(authority, socket);
  }

  /// Asks and reads the answer; returns whether another one may be asked for.
  boolean ask(String target) throws IOException {
    var request = "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(target, authority);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    boolean open = true;
    boolean chunked = false;
    long length = 0;
    var statusLine = line();
    for (var field = line(); !field.isEmpty(); field = line()) {
      var lower = field.toLowerCase(Locale.ROOT);
      open &= !lower.equals("connection: close");
      chunked |= lower.equals("transfer-encoding: chunked");
      if (lower.startsWith("content-length: ")) {
        length = Long.parseLong(lower.substring("content-length: ".length()));
      }
    }
    if (!open) {
      return false;
    }
    if (chunked) {
      skipChunks();
    } else if (!statusLine.contains(" 204 ")) {
      in.skipNBytes(length);
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void skipChunks() throws IOException {
    long size;
    do {
      var head = line();
      size = Long.parseLong(head, 0, sizeEnd(head), 16);
      in.skipNBytes(size);
      line();
    } while (size > 0);
  }

  private static int sizeEnd(String head) {
    int extension = head.indexOf(';');
    return extension < 0 ? head.length() : extension;
  }

  /// A line without its end.
  private String line() throws IOException {
    var line = new StringBuilder();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new EOFException("the connection ended");
      }
      if (octet != '\r') {
        line.append((char) octet);
      }
    }
    return line.toString();
  }
}
