package dev.crawler.cli.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// Hosts at one address, each at a port of its own, with numbered pages and nothing else; knows
/// from which address and when each request came. *Thread-safe.*
final class PlainSite implements AutoCloseable {
  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private final List<HttpServer> servers = new ArrayList<>();
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final int pages;

  /// What came.
  ///
  /// @param from the client's address
  /// @param nanos [System#nanoTime] at its arrival
  record Request(int port, String path, String from, long nanos) {
    boolean isPage() {
      return path.startsWith("/page/");
    }
  }

  private PlainSite(int pages) {
    this.pages = pages;
  }

  static PlainSite start(String address, int hosts, int pages) throws IOException {
    var site = new PlainSite(pages);
    for (int i = 0; i < hosts; i++) {
      var at = new InetSocketAddress(InetAddress.ofLiteral(address), 0);
      var server = HttpServer.create(at, 100);
      server.setExecutor(site.executor);
      server.createContext("/", site::answer);
      server.start();
      site.servers.add(server);
    }
    return site;
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var from = exchange.getRemoteAddress().getAddress().getHostAddress();
    int port = exchange.getLocalAddress().getPort();
    requests.add(new Request(port, path, from, System.nanoTime()));
    try (exchange) {
      boolean found = path.startsWith("/page/");
      exchange.getResponseHeaders().set("Content-Type", "text/html");
      exchange.sendResponseHeaders(found ? 200 : 404, -1);
    }
  }

  /// All pages.
  List<String> urls() {
    return servers.stream()
        .map(HttpServer::getAddress)
        .flatMap(at ->
            IntStream.range(0, pages)
                .mapToObj(page ->
                    "http://%s:%d/page/%d"
                        .formatted(at.getAddress().getHostAddress(), at.getPort(), page)))
        .toList();
  }

  /// What came so far, in the order in which it came.
  List<Request> requests() {
    return requests.stream().sorted(Comparator.comparingLong(Request::nanos)).toList();
  }

  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
    executor.close();
  }
}
