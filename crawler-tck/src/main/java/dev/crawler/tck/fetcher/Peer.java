package dev.crawler.tck.fetcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The server's end of one connection. *Confined to its script.*
public final class Peer {
  private static final long DRIP_MILLIS = 20;

  private final Socket transport;
  private final Socket socket;
  private final InputStream input;
  private final List<String> requests;
  private boolean open = true;
  private String lastHead = "";

  Peer(Socket transport, Socket socket, List<String> requests) throws IOException {
    this.transport = transport;
    this.socket = socket;
    this.requests = requests;
    input = socket.getInputStream();
  }

  /// Reads up to the empty line and remembers it; false at the end of the connection.
  public boolean readRequest() throws IOException {
    var text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      int octet = input.read();
      if (octet < 0) {
        open = false;
        return false;
      }
      text.append((char) octet);
    }
    requests.add(text.toString());
    lastHead = text.toString();
    return true;
  }

  /// The target of the last request.
  public String lastPath() {
    return lastHead.substring(lastHead.indexOf(" ") + 1, lastHead.indexOf(" HTTP/"));
  }

  /// The last request up to and with its empty line.
  public String lastHead() {
    return lastHead;
  }

  /// The port that the server listens at.
  public int port() {
    return transport.getLocalPort();
  }

  /// Whether the end of the connection was not met yet.
  public boolean isOpen() {
    return open;
  }

  /// Reads one request and says nothing.
  public void readThenHold() throws IOException {
    readRequest();
    hold();
  }

  public void send(String latin) throws IOException {
    socket.getOutputStream().write(latin.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// Reads one request and sends one answer.
  public void answer(String latin) throws IOException {
    if (readRequest()) {
      send(latin);
    }
  }

  /// Reads one request, sends a page of that text and keeps the connection.
  public void page(String text) throws IOException {
    answer("HTTP/1.1 200 OK\r\nContent-Length: " + text.length() + "\r\n\r\n" + text);
  }

  /// Answers the request that was read, and keeps the connection.
  public void sendAnswer(String statusAndHeaders, String body) throws IOException {
    var length = "\r\nContent-Length: " + body.length() + "\r\n\r\n";
    send("HTTP/1.1 " + statusAndHeaders + length + body);
  }

  /// Answers every request with a page.
  public void servePages() throws IOException {
    while (isOpen()) {
      page("page");
    }
  }

  /// Sends the text again and again until the other side has had enough.
  public void sendForever(String latin) throws IOException {
    while (true) {
      send(latin);
    }
  }

  /// Sends the text again and again, slowly.
  public void drip(String latin) throws IOException, InterruptedException {
    while (true) {
      send(latin);
      Thread.sleep(DRIP_MILLIS);
    }
  }

  /// Carries everything both ways until both sides are done.
  void relay(Socket other) throws IOException, InterruptedException {
    var there = Thread.ofVirtual().start(() -> carry(input, other));
    try {
      other.getInputStream().transferTo(socket.getOutputStream());
    } finally {
      transport.close();
      there.join();
    }
  }

  private static void carry(InputStream from, Socket to) {
    try (to) {
      from.transferTo(to.getOutputStream());
    } catch (IOException _) {
      Thread.currentThread().interrupt(); // one side has gone: the end of the thread
    }
  }

  /// Keeps the connection open, silently, until the other side closes it.
  public void hold() throws IOException {
    while (input.read() >= 0) {
      // whatever comes, nothing is said to it
    }
  }

  /// Reads until the other side closes or breaks the connection, and returns what came.
  public String readToEnd() {
    var text = new StringBuilder();
    try {
      for (int octet = input.read(); octet >= 0; octet = input.read()) {
        text.append((char) octet);
      }
    } catch (IOException _) {
      open = false; // broken instead of closed
    }
    return text.toString();
  }

  /// Closes the TCP connection without a TLS farewell.
  public void cutOff() throws IOException {
    transport.close();
  }

  /// Breaks the connection instead of closing it.
  public void reset() throws IOException {
    transport.setSoLinger(true, 0);
    transport.close();
  }
}
