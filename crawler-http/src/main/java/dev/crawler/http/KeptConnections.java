package dev.crawler.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/// Connections that wait for their host's next request. Everything takes the same short time,
/// however many hosts and connections there are, and a host without a connection is forgotten.
/// *Thread-safe.*
final class KeptConnections {
  private static final long IDLE_NANOS = Duration.ofSeconds(30).toNanos();

  private final int most;

  /// Those of each host, the one that has waited longest first.
  private final Map<HttpHost, SequencedSet<EventConnection>> byHost = new HashMap<>();

  /// All of them, in the same order.
  private final SequencedSet<EventConnection> byAge = new LinkedHashSet<>();

  private boolean closed;

  /// @param most how many are kept; beyond, the one that has waited longest is closed
  KeptConnections(int most) {
    this.most = most;
  }

  /// Takes the connection of a host that has waited shortest, if there is one.
  ///
  /// @param mayBePrivate whether it may lead to an address that is not public
  synchronized @Nullable EventConnection take(HttpHost host, boolean mayBePrivate) {
    var kept = byHost.get(host);
    if (kept == null || !mayBePrivate && !kept.getLast().isPublic()) {
      return null;
    }
    return withdraw(kept.getLast());
  }

  /// Takes in a connection that is quiet and in order.
  void keep(EventConnection connection) {
    var surplus = put(connection);
    if (surplus != null) {
      surplus.close();
    }
  }

  /// Leaves out one that has ended.
  synchronized void forget(EventConnection connection) {
    if (byAge.contains(connection)) {
      withdraw(connection);
    }
  }

  /// Closes what was not used for long.
  void sweep() {
    long since = System.nanoTime() - IDLE_NANOS;
    for (var idle = idleSince(since); idle != null; idle = idleSince(since)) {
      idle.close();
    }
  }

  /// Closes everything, and what is to be kept later.
  void close() {
    stop();
    for (var left = oldest(); left != null; left = oldest()) {
      left.close();
    }
  }

  private synchronized void stop() {
    closed = true;
  }

  private synchronized @Nullable EventConnection put(EventConnection connection) {
    if (closed) {
      return connection;
    }
    connection.noteKept();
    byAge.add(connection);
    byHost.computeIfAbsent(connection.host(), _ -> new LinkedHashSet<>()).add(connection);
    return byAge.size() > most ? oldest() : null;
  }

  private synchronized @Nullable EventConnection oldest() {
    return byAge.isEmpty() ? null : withdraw(byAge.getFirst());
  }

  private synchronized @Nullable EventConnection idleSince(long nanos) {
    boolean idle = !byAge.isEmpty() && byAge.getFirst().keptAt() - nanos < 0;
    return idle ? oldest() : null;
  }

  private EventConnection withdraw(EventConnection connection) {
    byAge.remove(connection);
    byHost.computeIfPresent(
        connection.host(),
        (_, kept) -> {
          kept.remove(connection);
          return kept.isEmpty() ? null : kept;
        });
    return connection;
  }
}
