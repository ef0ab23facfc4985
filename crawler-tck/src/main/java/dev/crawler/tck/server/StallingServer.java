package dev.crawler.tck.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Takes every request and never ends an answer: one half hears nothing, the other half a byte now
/// and then. Notes what it hears, so that whoever cancels can be judged by it. *Thread-safe.*
public final class StallingServer implements AutoCloseable {
  private static final int BACKLOG = 1024;
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final byte[] HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000000\r\n\r\n"
          .getBytes(US_ASCII);

  private final List<ServerSocket> hosts;
  private final Hearing hearing = new Hearing();
  private final Duration pause;
  private final Acceptor acceptor = new Acceptor();

  private StallingServer(List<ServerSocket> hosts, Duration pause) {
    this.hosts = hosts;
    this.pause = pause;
  }

  /// Stalls at so many ports from now on.
  public static StallingServer start(int hosts) {
    return start(hosts, PAUSE);
  }

  /// The same with so much time between two bytes of an answer.
  public static StallingServer start(int hosts, Duration pause) {
    var ports = Stream.generate(StallingServer::bind).limit(hosts).toList();
    var server = new StallingServer(ports, pause);
    server.hosts.forEach(host -> server.acceptor.listen(host, server::serve));
    return server;
  }

  /// So many URLs, dealt out among the hosts.
  public List<String> urls(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> "http://127.0.0.1:%d/%d".formatted(hosts.get(i % hosts.size()).getLocalPort(), i))
        .toList();
  }

  /// What was heard so far.
  public Hearing hearing() {
    return hearing;
  }

  /// Stops listening and breaks every connection. Idempotent.
  @Override
  public void close() {
    acceptor.close();
  }

  private void serve(Socket connection) throws IOException {
    hearing.opened();
    try {
      var in = new BufferedInputStream(connection.getInputStream());
      if (RequestHead.read(in).isPresent() && hearing.asked() % 2 == 0) {
        acceptor.execute(() -> drip(connection));
      }
      while (in.read() >= 0) {
        hearing.heard();
      }
    } finally {
      hearing.closed();
    }
  }

  /// Until the connection is closed, which its reader sees to.
  private void drip(Socket connection) {
    try {
      var out = connection.getOutputStream();
      for (out.write(HEAD); !connection.isClosed(); out.write(' ')) {
        Thread.sleep(pause);
      }
    } catch (IOException _) {
      // Closed, at this end or at the other.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ServerSocket bind() {
    try {
      return new ServerSocket(0, BACKLOG, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
