package dev.crawler.tck.server;

import dev.crawler.tck.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/// A running site: each of its hosts at a loopback address and an ephemeral port. *Thread-safe, but
/// forgotten and closed by one thread.*
public final class SiteServer implements AutoCloseable {
  private static final int BACKLOG = 1024;

  private final Site site;
  private final List<InetSocketAddress> addresses;
  private final RequestLog requests = new RequestLog();
  private Acceptor acceptor;

  private SiteServer(Site site, List<ServerSocket> hosts) {
    this.site = site;
    addresses = hosts.stream().map(SiteServer::address).toList();
    acceptor = serving(hosts);
  }

  /// Serves the site from now on.
  public static SiteServer start(Site site) {
    var hosts = new ArrayList<ServerSocket>();
    for (int host = 0; host < site.plan().hosts(); host++) {
      hosts.add(bind(host));
    }
    return new SiteServer(site.named(hosts.stream().map(SiteServer::authority).toList()), hosts);
  }

  /// The site at the names that it is served at.
  public Site site() {
    return site;
  }

  /// Where to begin: home pages.
  public List<String> seedUrls() {
    return site.seedUrls();
  }

  /// What was asked since the start, or since it was forgotten.
  public RequestLog requests() {
    return requests;
  }

  /// Forgets all that was asked, faults that were already shown included: the next crawl meets a
  /// new site at the same place. Nothing of the last crawl comes after that: its connections are
  /// broken, and those that no one had accepted yet are refused.
  public void forget() {
    acceptor.close();
    requests.clear();
    acceptor = serving(addresses.stream().map(SiteServer::bind).toList());
  }

  /// Stops listening and breaks every connection. Idempotent.
  @Override
  public void close() {
    acceptor.close();
  }

  private Acceptor serving(List<ServerSocket> hosts) {
    var serving = new Acceptor();
    for (int i = 0; i < hosts.size(); i++) {
      int host = i;
      serving.listen(hosts.get(host), socket -> new Connection(site, host, requests, socket).run());
    }
    return serving;
  }

  /// Each host has an address of its own where the system has more loopback addresses than one.
  private static ServerSocket bind(int host) {
    try {
      return new ServerSocket(0, BACKLOG, InetAddress.ofLiteral("127.0.0." + (host % 250 + 2)));
    } catch (SocketException _) {
      return bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServerSocket bind(InetSocketAddress address) {
    try {
      return new ServerSocket(address.getPort(), BACKLOG, address.getAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InetSocketAddress address(ServerSocket socket) {
    return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
  }

  private static String authority(ServerSocket socket) {
    return socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort();
  }
}
