package dev.crawler.tck.hostile;

import dev.crawler.core.fetch.NameResolver;
import dev.crawler.tck.server.Acceptor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Plays faults, each at a port of its own. *Thread-safe.*
public final class HostileServer implements AutoCloseable {
  private final Map<Fault, HostilePort> ports = new LinkedHashMap<>();
  private final Acceptor acceptor = new Acceptor();

  private HostileServer() {}

  /// Plays those faults from now on.
  public static HostileServer start(List<Fault> faults) {
    var server = new HostileServer();
    for (var fault : faults) {
      var port = HostilePort.open(fault);
      server.ports.put(fault, port);
      if (fault.door().accepts()) {
        server.acceptor.listen(port.socket(), port::converse);
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
    acceptor.close();
  }

  private HostilePort port(Fault fault) {
    var port = ports.get(fault);
    if (port == null) {
      throw new IllegalArgumentException("not played here: " + fault);
    }
    return port;
  }
}
