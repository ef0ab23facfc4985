package dev.crawler.tck.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Listeners where nobody may connect to, all at one port: whoever comes is written down.
/// *Thread-safe.*
public final class Sentinels implements AutoCloseable {
  private static final int QUEUE = 50;
  private static final int LAST_LOOK_MILLIS = 100;

  private final List<ServerSocket> listeners = new ArrayList<>();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean dismissed;

  private Sentinels() {}

  /// Listens at those of the addresses that this machine has; the first must be one.
  public static Sentinels at(String... literals) {
    return atPort(0, literals);
  }

  /// The same at a port that is free at each of them.
  public static Sentinels atPort(int port, String... literals) {
    var sentinels = new Sentinels();
    for (var literal : literals) {
      sentinels.listen(port, InetAddress.ofLiteral(literal));
    }
    return sentinels;
  }

  private void listen(int port, InetAddress address) {
    try {
      var listener = new ServerSocket(listeners.isEmpty() ? port : port(), QUEUE, address);
      listener.setSoTimeout(LAST_LOOK_MILLIS);
      listeners.add(listener);
      threads.add(Thread.ofVirtual().start(() -> watch(listener)));
    } catch (IOException e) {
      if (listeners.isEmpty()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// The port of all of them.
  public int port() {
    return listeners.getFirst().getLocalPort();
  }

  /// Ends the watch and says at which addresses somebody was seen, once for each connection. A
  /// connection that still stands in a queue is seen, too.
  public List<String> dismiss() {
    close();
    return List.copyOf(seen);
  }

  @Override
  public void close() {
    dismissed = true;
    try {
      for (var thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Looks once more after the end of the watch.
  private void watch(ServerSocket listener) {
    try (listener) {
      for (boolean last = false; !last; ) {
        last = dismissed;
        look(listener);
      }
    } catch (IOException e) {
      seen.add("broken: " + e);
    }
  }

  /// Takes in visitors until none has come for a while.
  private void look(ServerSocket listener) throws IOException {
    try {
      while (true) {
        listener.accept().close();
        seen.add(listener.getInetAddress().getHostAddress());
      }
    } catch (SocketTimeoutException _) {
      // Nobody, as it should be.
    }
  }
}
