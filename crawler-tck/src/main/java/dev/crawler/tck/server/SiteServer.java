package dev.crawler.tck.server;

import dev.crawler.tck.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// A running site: each of its hosts at a loopback address and an ephemeral port. *Thread-safe.*
public final class SiteServer implements AutoCloseable {
  private static final int BACKLOG = 1024;

  private final List<ServerSocket> sockets;
  private final Site site;
  private final RequestLog requests = new RequestLog();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private SiteServer(List<ServerSocket> sockets, Site site) {
    this.sockets = sockets;
    this.site = site;
  }

  /// Serves the site from now on.
  public static SiteServer start(Site site) {
    var sockets = new ArrayList<ServerSocket>();
    for (int host = 0; host < site.plan().hosts(); host++) {
      sockets.add(bind(host));
    }
    var server =
        new SiteServer(sockets, site.named(sockets.stream().map(SiteServer::authority).toList()));
    for (int host = 0; host < sockets.size(); host++) {
      server.listen(host);
    }
    return server;
  }

  /// The site at the names that it is served at.
  public Site site() {
    return site;
  }

  /// Where to begin: home pages.
  public List<String> seedUrls() {
    return site.seedUrls();
  }

  /// What was asked so far.
  public RequestLog requests() {
    return requests;
  }

  /// Stops listening and breaks every connection. Idempotent.
  @Override
  public void close() {
    sockets.forEach(SiteServer::closeQuietly);
    connections.forEach(SiteServer::closeQuietly);
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a connection does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen(int host) {
    threads.execute(() -> {
      while (true) {
        try {
          var socket = sockets.get(host).accept();
          connections.add(socket);
          threads.execute(() -> serve(host, socket));
        } catch (IOException e) {
          return; // closed
        }
      }
    });
  }

  private void serve(int host, Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      new Connection(site, host, requests, socket).run();
    } catch (IOException _) {
      // The peer hung up, which is its right; the log has what it asked.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connections.remove(socket);
    }
  }

  /// Each host has an address of its own where the system has more loopback addresses than one.
  private static ServerSocket bind(int host) {
    try {
      return new ServerSocket(0, BACKLOG, InetAddress.ofLiteral("127.0.0." + (host % 250 + 2)));
    } catch (SocketException _) {
      return bindFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServerSocket bindFirst() {
    try {
      return new ServerSocket(0, BACKLOG, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String authority(ServerSocket socket) {
    return socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort();
  }

  private static void closeQuietly(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      throw new IllegalStateException(e); // closing a socket does not fail
    }
  }
}
