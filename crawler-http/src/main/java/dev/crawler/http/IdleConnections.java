package dev.crawler.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Open connections that wait for another request of their route. Bounded: the one that has waited
/// longest goes first. A route without a connection takes no memory, however many hosts a crawl
/// meets. *Thread-safe.*
final class IdleConnections implements AutoCloseable {
  /// Servers close theirs after 5 to 75 seconds; nobody gains from keeping ours longer.
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);

  private final int capacity;
  private final Map<Route, Deque<Connection>> byRoute = new HashMap<>();
  private final LinkedHashSet<Connection> byAge = new LinkedHashSet<>();
  private boolean closed;

  IdleConnections(int capacity) {
    this.capacity = capacity;
  }

  /// The connection of the route that was used last, if there is one on which nothing came unasked.
  @Nullable Connection take(Route route) {
    while (true) {
      var connection = pollNewest(route);
      if (connection == null || connection.isQuiet()) {
        return connection;
      }
      connection.close();
    }
  }

  /// Keeps a connection, or closes it, or another one for it.
  void put(Connection connection) {
    connection.idleSince(System.nanoTime());
    var surplus = add(connection);
    if (surplus != null) {
      surplus.close();
    }
  }

  /// Closes those that have waited too long.
  void closeOld() {
    long since = System.nanoTime() - LONGEST;
    for (var connection : removeIdleSince(since)) {
      connection.close();
    }
  }

  /// Closes all, and each that is still to come.
  @Override
  public void close() {
    for (var connection : removeAll()) {
      connection.close();
    }
  }

  private synchronized @Nullable Connection pollNewest(Route route) {
    var idle = byRoute.get(route);
    return idle == null ? null : removed(idle.getLast());
  }

  private synchronized @Nullable Connection add(Connection connection) {
    if (closed) {
      return connection;
    }
    byRoute.computeIfAbsent(connection.route(), _ -> new ArrayDeque<>(2)).addLast(connection);
    byAge.addLast(connection);
    return byAge.size() > capacity ? removed(byAge.getFirst()) : null;
  }

  private synchronized List<Connection> removeIdleSince(long nanos) {
    var old = new ArrayList<Connection>();
    while (!byAge.isEmpty() && byAge.getFirst().isIdleSince(nanos)) {
      old.add(removed(byAge.getFirst()));
    }
    return old;
  }

  private synchronized List<Connection> removeAll() {
    closed = true;
    var all = List.copyOf(byAge);
    byAge.clear();
    byRoute.clear();
    return all;
  }

  /// Takes out the newest or the oldest of its route: those are the ends of the queue.
  private Connection removed(Connection connection) {
    byAge.remove(connection);
    var idle = byRoute.get(connection.route());
    if (idle == null) {
      throw new IllegalStateException("not idle: " + connection.route());
    }
    if (!connection.equals(idle.peekLast())) {
      idle.removeFirstOccurrence(connection);
    } else {
      idle.removeLast();
    }
    if (idle.isEmpty()) {
      byRoute.remove(connection.route());
    }
    return connection;
  }
}
