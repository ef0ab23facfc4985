package dev.crawler.tck.server;

import dev.crawler.tck.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/// A running site: each of its hosts at a loopback address and an ephemeral port. *Thread-safe.*
public final class SiteServer implements AutoCloseable {
  private static final int BACKLOG = 1024;

  private final Site site;
  private final RequestLog requests = new RequestLog();
  private final Acceptor acceptor = new Acceptor();

  private SiteServer(Site site) {
    this.site = site;
  }

  /// Serves the site from now on.
  public static SiteServer start(Site site) {
    var sockets = new ArrayList<ServerSocket>();
    for (int host = 0; host < site.plan().hosts(); host++) {
      sockets.add(bind(host));
    }
    var server = new SiteServer(site.named(sockets.stream().map(SiteServer::authority).toList()));
    for (int host = 0; host < sockets.size(); host++) {
      server.listen(host, sockets.get(host));
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
    acceptor.close();
  }

  private void listen(int host, ServerSocket listener) {
    acceptor.listen(listener, socket -> new Connection(site, host, requests, socket).run());
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
}
