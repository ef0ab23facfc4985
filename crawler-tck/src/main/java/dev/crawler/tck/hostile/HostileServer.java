package dev.crawler.tck.hostile;

import dev.crawler.core.fetch.NameResolver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Plays faults, each at a port of its own. *Thread-safe.*
public final class HostileServer implements AutoCloseable {
  private final Map<Fault, HostilePort> ports = new LinkedHashMap<>();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private HostileServer() {}

  /// Plays those faults from now on.
  public static HostileServer start(List<Fault> faults) {
    var server = new HostileServer();
    for (var fault : faults) {
      var port = HostilePort.open(fault);
      server.ports.put(fault, port);
      if (fault.door().accepts()) {
        server.threads.execute(() -> server.listen(port));
      }
    }
    return server;
  }

  /// The URL of a path at the fault's host; an absolute URL gets the port that it leaves open.
  public String url(Fault fault, String path) {
    var port = port(fault);
    return path.startsWith("/")
        ? port.origin() + path
        : path.replace("{port}", String.valueOf(port.port()));
  }

  /// Knows the names of the hosts here, and no other.
  public NameResolver names() {
    return this::addresses;
  }

  private List<InetAddress> addresses(String name) throws IOException {
    for (var fault : ports.keySet()) {
      if (fault.host().answersTo(name)) {
        return fault.host().addresses().resolve(name);
      }
    }
    throw new UnknownHostException(name);
  }

  /// How often a path of the fault's host was asked for.
  public int asked(Fault fault, String path) {
    return port(fault).asked(path);
  }

  /// Forgets what was asked: the next crawl meets every fault afresh.
  public void forget() {
    ports.values().forEach(HostilePort::forget);
  }

  /// Waits for the first request that the fault's script is played for, a minute at most.
  public void awaitRequest(Fault fault) throws InterruptedException {
    port(fault).awaitRequest();
  }

  /// Stops listening and breaks every connection. Idempotent.
  @Override
  public void close() {
    ports.values().forEach(HostilePort::close);
    threads.shutdownNow();
    connections.forEach(HostilePort::closeQuietly);
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a fault does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HostilePort port(Fault fault) {
    var port = ports.get(fault);
    if (port == null) {
      throw new IllegalArgumentException("not played here: " + fault);
    }
    return port;
  }

  private void listen(HostilePort port) {
    while (true) {
      try {
        var socket = accept(port.socket());
        threads.execute(() -> serve(port, socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private Socket accept(ServerSocket listening) throws IOException {
    var socket = listening.accept();
    connections.add(socket);
    return socket;
  }

  private void serve(HostilePort port, Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      port.converse(socket);
    } catch (IOException _) {
      // The client hung up on a hostile server, as it should.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connections.remove(socket);
    }
  }
}
