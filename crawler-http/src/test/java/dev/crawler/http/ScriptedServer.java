package dev.crawler.http;

import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A server on a free loopback port whose n-th connection plays the n-th script, and every further
/// one the last. A connection is closed when its script ends. *Thread-safe.*
final class ScriptedServer implements AutoCloseable {
  /// What happens on one connection.
  @FunctionalInterface
  interface Script {
    void play(Peer peer) throws IOException, InterruptedException;
  }

  private final ServerSocket listener;
  private final List<Script> scripts;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();

  private ScriptedServer(ServerSocket listener, List<Script> scripts) {
    this.listener = listener;
    this.scripts = scripts;
  }

  /// Listens and plays.
  static ScriptedServer playing(Script... scripts) {
    try {
      return on(new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")), scripts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Plays on a socket that listens already.
  static ScriptedServer on(ServerSocket listener, Script... scripts) {
    var server = new ScriptedServer(listener, List.of(scripts));
    Thread.ofPlatform().daemon().name("scripted-server").start(server::accept);
    return server;
  }

  /// Answers one request with these bytes and closes.
  static ScriptedServer answering(String latin) {
    return playing(peer -> peer.answer(latin));
  }

  CrawlUrl url(String pathAndQuery) {
    return CrawlUrl.of("http://127.0.0.1:" + port() + pathAndQuery);
  }

  int port() {
    return listener.getLocalPort();
  }

  /// The header sections received, in order.
  List<String> requests() {
    return requests;
  }

  int connections() {
    return connections.get();
  }

  /// Connections that the other side has not closed yet, or whose script goes on.
  int openConnections() {
    return sockets.size();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (var socket : sockets) {
      socket.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        var socket = listener.accept();
        sockets.add(socket);
        var script = scripts.get(Math.min(connections.getAndIncrement(), scripts.size() - 1));
        Thread.ofVirtual().start(() -> play(script, socket));
      }
    } catch (IOException _) {
      Thread.currentThread().interrupt(); // closed: the end of the thread
    }
  }

  private void play(Script script, Socket socket) {
    try (socket) {
      script.play(new Peer(socket, requests));
    } catch (IOException | InterruptedException _) {
      Thread.currentThread().interrupt(); // the client has gone: the end of the script
    } finally {
      sockets.remove(socket);
    }
  }
}
