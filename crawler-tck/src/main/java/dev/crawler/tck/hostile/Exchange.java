package dev.crawler.tck.hostile;

import dev.crawler.tck.server.RequestHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// One request at a hostile server, with the verbs that its script is written in. *Confined to one
/// thread.*
final class Exchange {
  private static final long MOST_BYTES = 1L << 30;

  /// What becomes of the connection.
  enum Ending {
    CLOSE,
    KEEP,
    DROP_NEXT
  }

  private final Socket transport;
  private final Socket connection;
  private final RequestHead head;
  private final int attempt;
  private final OutputStream out;
  private Ending ending = Ending.CLOSE;

  /// @param connection what is spoken over, the transport itself or TLS over it
  /// @param head what was asked for; empty for a raw connection
  /// @param attempt how often the target was asked for, from 1
  Exchange(Socket transport, Socket connection, RequestHead head, int attempt) throws IOException {
    this.transport = transport;
    this.connection = connection;
    this.head = head;
    this.attempt = attempt;
    this.out = connection.getOutputStream();
  }

  /// Path and query as sent.
  String target() {
    return head.target();
  }

  /// Host and port as sent.
  String host() {
    return head.host();
  }

  /// Whether it came over TLS.
  boolean isSecure() {
    return !connection.equals(transport);
  }

  int attempt() {
    return attempt;
  }

  Ending ending() {
    return ending;
  }

  void send(String latin) throws IOException {
    send(latin.getBytes(StandardCharsets.ISO_8859_1));
  }

  void send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /// A well-formed answer, after which the connection can be used again.
  void reply(String statusAndHeaders, byte[] body) throws IOException {
    var head = "HTTP/1.1 " + statusAndHeaders + "\r\nContent-Length: " + body.length + "\r\n\r\n";
    var whole = new ByteArrayOutputStream(head.length() + body.length);
    whole.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    whole.writeBytes(body);
    send(whole.toByteArray());
    keep();
  }

  void reply(String statusAndHeaders, String body) throws IOException {
    reply(statusAndHeaders, body.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// An HTML page.
  void page(String body) throws IOException {
    reply("200 OK\r\nContent-Type: text/html; charset=utf-8", body);
  }

  /// Sends a piece again and again until the client hangs up, or for a gigabyte.
  void sendForever(String piece) throws IOException {
    sendForever(
        piece.repeat(Math.max(1, 8192 / piece.length())).getBytes(StandardCharsets.ISO_8859_1));
  }

  private void sendForever(byte[] block) throws IOException {
    for (long sent = 0; sent < MOST_BYTES; sent += block.length) {
      out.write(block);
    }
  }

  /// Sends a text byte by byte, then again, until the client hangs up.
  void drip(String text) throws IOException, InterruptedException {
    for (int i = 0; i < 10_000; i++) {
      out.write(text.charAt(i % text.length()));
      out.flush();
      Thread.sleep(100); // slowness is the fault
    }
  }

  /// Says nothing more and waits for the client to hang up.
  void fallSilent() throws IOException {
    InputStream in = connection.getInputStream();
    var ignored = new byte[256];
    for (int read = in.read(ignored); read >= 0; ) {
      read = in.read(ignored);
    }
  }

  /// Gives the client time to read what was sent: only then does it meet what comes next in a state
  /// that is the same in every run.
  void letItBeRead() throws InterruptedException {
    Thread.sleep(200);
  }

  /// Breaks the connection with a reset when it is closed.
  void reset() throws IOException {
    transport.setSoLinger(true, 0);
  }

  /// Ends the sending half and leaves the other open.
  void halfClose() throws IOException {
    transport.shutdownOutput();
  }

  /// Ends the connection without the farewell of TLS.
  void cutOff() throws IOException {
    transport.close();
  }

  /// Lets the connection be used again.
  void keep() {
    ending = Ending.KEEP;
  }

  /// Closes the connection when the next request arrives on it, without an answer.
  void dropNext() {
    ending = Ending.DROP_NEXT;
  }
}
