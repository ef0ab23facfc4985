package dev.crawler.tck.fetcher;

import dev.crawler.core.url.CrawlUrl;
import dev.crawler.tck.server.Acceptor;
import dev.crawler.tck.server.Acceptor.Service;
import dev.crawler.tck.tls.Identity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A server on a free loopback port whose n-th connection plays the n-th script, and every further
/// one the last. A connection is closed when its script ends. *Thread-safe.*
public final class ScriptedServer implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(5);

  /// What happens on one connection.
  @FunctionalInterface
  public interface Script {
    void play(Peer peer) throws IOException, InterruptedException;
  }

  /// What a connection that was accepted is spoken over.
  @FunctionalInterface
  private interface Layer {
    Socket over(Socket transport) throws IOException;
  }

  private final ServerSocket listener;
  private final Layer layer;
  private final List<Script> scripts;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Acceptor acceptor = new Acceptor();
  private final AtomicInteger connections = new AtomicInteger();

  private ScriptedServer(ServerSocket listener, Layer layer, List<Script> scripts) {
    this.listener = listener;
    this.layer = layer;
    this.scripts = scripts;
  }

  /// Listens and plays.
  public static ScriptedServer playing(Script... scripts) throws IOException {
    return at("127.0.0.1", scripts);
  }

  /// The same at another address of the loopback interface.
  public static ScriptedServer at(String literal, Script... scripts) throws IOException {
    return at(literal, 0, scripts);
  }

  /// The same on a port that another server has at its own address.
  static ScriptedServer at(String literal, int port, Script... scripts) throws IOException {
    return started(literal, port, transport -> transport, scripts);
  }

  /// The same over TLS; the handshake is made when the script first reads or writes.
  public static ScriptedServer secure(Identity identity, Script... scripts) throws IOException {
    var sockets = identity.context().getSocketFactory();
    return started(
        "127.0.0.1", 0, transport -> sockets.createSocket(transport, null, true), scripts);
  }

  private static ScriptedServer started(String literal, int port, Layer layer, Script... scripts)
      throws IOException {
    var listener = new ServerSocket(port, 50, InetAddress.ofLiteral(literal));
    var server = new ScriptedServer(listener, layer, List.of(scripts));
    server.acceptor.listen(listener, server::next);
    return server;
  }

  /// Answers one request with these bytes and closes.
  public static ScriptedServer answering(String latin) throws IOException {
    return playing(peer -> peer.answer(latin));
  }

  public CrawlUrl url(String pathAndQuery) {
    return CrawlUrl.of("http://127.0.0.1:" + port() + pathAndQuery);
  }

  /// The root of the server, over TLS, under a name that a resolver leads here.
  CrawlUrl secureUrl(String host) {
    return CrawlUrl.of("https://" + host + ":" + port() + "/");
  }

  public int port() {
    return listener.getLocalPort();
  }

  /// The header sections received, in order.
  public List<String> requests() {
    return requests;
  }

  public int connections() {
    return connections.get();
  }

  /// Connections that the other side has not closed yet, or whose script goes on.
  public int openConnections() {
    return acceptor.connections();
  }

  /// Waits until there are none; false when there are some for longer than that.
  public boolean awaitNobody(Duration longest) {
    long deadline = System.nanoTime() + longest.toNanos();
    while (openConnections() > 0 && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return openConnections() == 0;
  }

  @Override
  public void close() {
    acceptor.close();
  }

  private Service next() {
    var script = scripts.get(Math.min(connections.getAndIncrement(), scripts.size() - 1));
    return socket -> play(script, socket);
  }

  private void play(Script script, Socket socket) throws IOException, InterruptedException {
    try (var layered = layer.over(socket)) {
      script.play(new Peer(socket, layered, requests));
    }
  }
}
