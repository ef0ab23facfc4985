package dev.crawler.tck.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/// An address that answers no call: a listener whose backlog is full, so that the kernel drops what
/// comes. *Confined to its test's thread.*
final class BlackHole implements AutoCloseable {
  private static final int MORE_THAN_THE_BACKLOG = 8;

  private final ServerSocket listener;
  private final List<Socket> backlog = new ArrayList<>();

  private BlackHole(ServerSocket listener) {
    this.listener = listener;
  }

  /// Deaf at an address of the loopback interface.
  ///
  /// @param port 0 for a free one
  static BlackHole at(String literal, int port) throws IOException {
    var hole = new BlackHole(new ServerSocket(port, 1, InetAddress.ofLiteral(literal)));
    for (int i = 0; i < MORE_THAN_THE_BACKLOG; i++) {
      hole.fill();
    }
    return hole;
  }

  int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (var socket : backlog) {
      socket.close();
    }
  }

  private void fill() throws IOException {
    var socket = new Socket();
    backlog.add(socket);
    try {
      socket.connect(listener.getLocalSocketAddress(), 50);
    } catch (SocketTimeoutException _) {
      assertThat(socket.isConnected()).isFalse(); // the backlog is full, as it should be
    }
  }
}
