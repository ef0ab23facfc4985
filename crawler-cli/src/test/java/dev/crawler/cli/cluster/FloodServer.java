package dev.crawler.cli.cluster;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// Hosts of this machine that answer by the first part of the path: with a bomb, without an end,
/// with a million links, or kindly. *Thread-safe.*
final class FloodServer implements AutoCloseable {
  private static final int BOMB_BYTES = 64 << 20;
  private static final int LINKS = 1_000_000;
  private static final String TEXT = "<p>some words of a page that goes on and on</p>\n";
  private static final byte[] KIND = "<title>kind</title><p>hello".getBytes(US_ASCII);
  private static final byte[] BOMB = bomb();

  private final List<ServerSocket> hosts;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private FloodServer(List<ServerSocket> hosts) {
    this.hosts = hosts;
  }

  /// Listens at so many ports from now on.
  static FloodServer start(int hosts) {
    var server = new FloodServer(Stream.generate(FloodServer::bind).limit(hosts).toList());
    server.hosts.forEach(host -> server.threads.execute(() -> server.listen(host)));
    return server;
  }

  /// URLs of so many pages on each of some hosts, the kinds in turn.
  Stream<String> urls(int firstHost, int count, int pages, List<String> kinds) {
    return IntStream.range(0, count * pages)
        .mapToObj(i ->
            "http://127.0.0.1:%d/%s/%d"
                .formatted(
                    hosts.get(firstHost + i % count).getLocalPort(),
                    kinds.get(i % kinds.size()),
                    i));
  }

  private void listen(ServerSocket host) {
    while (true) {
      try {
        var connection = host.accept();
        threads.execute(() -> serve(connection));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private static void serve(Socket connection) {
    try (connection) {
      var kind = requested(connection).split("/", 4)[1];
      var out = new BufferedOutputStream(connection.getOutputStream(), 1 << 16);
      switch (kind) {
        case "bomb" -> {
          head(out, "Content-Encoding: gzip\r\n");
          out.write(BOMB);
        }
        case "endless" -> {
          head(out, "");
          while (true) {
            out.write(TEXT.getBytes(US_ASCII));
          }
        }
        case "links" -> {
          head(out, "");
          for (int i = 0; i < LINKS; i++) {
            out.write("<a href=/%d>".formatted(i).getBytes(US_ASCII));
          }
        }
        default -> {
          head(out, "");
          out.write(KIND);
        }
      }
      out.flush();
    } catch (IOException _) {
      // The client has heard enough.
    }
  }

  private static void head(OutputStream out, String further) throws IOException {
    var head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n";
    out.write((head + further + "\r\n").getBytes(US_ASCII));
  }

  /// The target of the only request of a connection.
  private static String requested(Socket connection) throws IOException {
    var in = new BufferedInputStream(connection.getInputStream());
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int octet = in.read();
      if (octet < 0) {
        throw new IOException("no request");
      }
      head.append((char) octet);
    }
    return head.substring(head.indexOf(" ") + 1, head.indexOf(" HTTP/"));
  }

  private static byte[] bomb() {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      for (int i = 0; i < BOMB_BYTES / TEXT.length(); i++) {
        out.write(TEXT.getBytes(US_ASCII));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static ServerSocket bind() {
    try {
      return new ServerSocket(0, 256, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (var host : hosts) {
      host.close();
    }
    threads.shutdownNow();
  }
}
