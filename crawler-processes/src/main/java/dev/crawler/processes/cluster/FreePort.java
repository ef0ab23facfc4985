package dev.crawler.processes.cluster;

import dev.crawler.core.engine.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// A port that nobody has just now. *Thread-safe.*
public final class FreePort {
  private FreePort() {}

  /// An address on that host whose port was free a moment ago. Another process may take it before
  /// the member does, which then fails to start: try again with another, a few times.
  public static Endpoint on(String host) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), 0));
      return new Endpoint(host, socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on " + host, e);
    }
  }
}
