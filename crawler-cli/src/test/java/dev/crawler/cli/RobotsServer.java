package dev.crawler.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A server on the loopback address with a robots.txt and nothing else; notes what it is asked for.
/// *Thread-safe.*
final class RobotsServer implements AutoCloseable {
  private final HttpServer server;
  private final int status;
  private final String body;
  private final ConcurrentLinkedQueue<String> paths = new ConcurrentLinkedQueue<>();

  private RobotsServer(HttpServer server, int status, String body) {
    this.server = server;
    this.status = status;
    this.body = body;
  }

  /// Answers with that from now on; a redirect leads to the body.
  static RobotsServer start(int status, String body) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    var robots = new RobotsServer(server, status, body);
    server.createContext("/", robots::answer);
    server.start();
    return robots;
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /// All that was asked for.
  List<String> paths() {
    return List.copyOf(paths);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      paths.add(exchange.getRequestURI().toString());
      if (status / 100 == 3) {
        exchange.getResponseHeaders().set("Location", body);
      }
      var bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
