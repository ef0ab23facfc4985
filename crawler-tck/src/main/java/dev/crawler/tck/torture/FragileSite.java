package dev.crawler.tck.torture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.crawler.tck.server.Acceptor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/// A web of a few hosts, all sound but for the n-th call of one seam, where one connection breaks.
/// Who tries again gets the same as if nothing had happened. Has a page that robots.txt forbids, a
/// redirect and a page that is not there. *Thread-safe.*
public final class FragileSite implements AutoCloseable {
  private static final int HOSTS = 3;
  private static final int PIECES = 3;
  private static final String FILLING =
      "<p>so much that it takes more than one read</p>".repeat(60);

  private final Seam seam;
  private final Countdown countdown;
  private final List<ServerSocket> listeners = new ArrayList<>();
  private final Acceptor acceptor = new Acceptor();

  private FragileSite(Seam seam, Countdown countdown) {
    this.seam = seam;
    this.countdown = countdown;
  }

  /// Serves from now on.
  public static FragileSite start(Seam seam, Countdown countdown) throws IOException {
    var site = new FragileSite(seam, countdown);
    for (int host = 0; host < HOSTS; host++) {
      var listener = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0." + (host + 1)));
      site.listeners.add(listener);
      site.acceptor.listen(listener, site::converse);
    }
    return site;
  }

  /// Home pages.
  public List<String> seeds() {
    return listeners.stream()
        .map(FragileSite::authority)
        .map(host -> "http://" + host + "/")
        .toList();
  }

  /// The same line for every run: ports are taken out.
  public String portless(String line) {
    var text = line;
    for (var listener : listeners) {
      text = text.replace(":" + listener.getLocalPort(), "");
    }
    return text;
  }

  private static String authority(ServerSocket listener) {
    return listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort();
  }

  private void converse(Socket socket) throws IOException {
    if (breaks(Seam.CONNECT)) {
      reset(socket);
      return;
    }
    var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    for (var path = request(in); !path.isEmpty(); path = request(in)) {
      if (breaks(Seam.READ)) {
        reset(socket);
        return;
      }
      answer(socket, path);
    }
  }

  private boolean breaks(Seam here) {
    return seam == here && countdown.isUp();
  }

  private static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /// The target of the next request; empty when there is none.
  private static String request(BufferedReader in) throws IOException {
    var first = in.readLine();
    for (var line = first; line != null && !line.isEmpty(); line = in.readLine()) {
      // the fields do not matter
    }
    return first == null ? "" : first.split(" ", -1)[1];
  }

  private void answer(Socket socket, String path) throws IOException {
    var bytes = reply(path).getBytes(ISO_8859_1);
    for (int piece = 0; piece < PIECES; piece++) {
      if (breaks(Seam.WRITE)) {
        reset(socket);
      } else if (breaks(Seam.END)) {
        socket.close();
      }
      int from = bytes.length * piece / PIECES;
      int to = bytes.length * (piece + 1) / PIECES;
      socket.getOutputStream().write(bytes, from, to - from);
    }
  }

  private static String reply(String path) {
    return switch (path) {
      case "/robots.txt" -> text("200 OK", "text/plain", "User-agent: *\nDisallow: /no\n");
      case "/moved" -> text("301 Moved\r\nLocation: /3", "text/plain", "");
      case "/gone" -> text("404 Not Found", "text/html", "<title>gone</title>");
      case "/", "/1", "/2", "/3" -> text("200 OK", "text/html", page(path));
      default -> throw new UncheckedIOException(new IOException("nobody links to " + path));
    };
  }

  private static String page(String path) {
    return "<title>"
        + path
        + "</title><a href=/1>1</a><a href=/2>2</a><a href=/no>no</a><a href=/moved>moved</a>"
        + "<a href=/gone>gone</a>"
        + FILLING;
  }

  private static String text(String status, String type, String body) {
    return "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(status, type, body.length(), body);
  }

  @Override
  public void close() {
    acceptor.close();
  }
}
