package dev.crawler.vertx.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// Connections between two requests, so many at most. *Confined to its event loop.*
final class KeptWires {
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Deque<Wire> NONE = new ArrayDeque<>(0);

  private final int most;
  private final Map<Route, Deque<Wire>> kept = new HashMap<>();
  private final SequencedSet<Wire> byAge = new LinkedHashSet<>();

  KeptWires(int most) {
    this.most = most;
  }

  /// Puts one aside; beyond the limit, the one that has waited longest goes.
  void keep(Wire wire) {
    wire.rest(System.nanoTime());
    kept.computeIfAbsent(wire.route(), _ -> new ArrayDeque<>()).push(wire);
    byAge.add(wire);
    if (byAge.size() > most) {
      drop(byAge.getFirst());
    }
  }

  /// One to that route, the last used first; null when none will do.
  @Nullable Wire take(Route route, boolean mayBePrivate) {
    var wires = kept.getOrDefault(route, NONE);
    for (var wire : wires) {
      if (wire.isQuiet() && wire.allows(mayBePrivate)) {
        forget(wire);
        return wire;
      }
    }
    return null;
  }

  /// Lets go of those that nobody wanted for a while, or that have something to say. To be called
  /// now and then.
  void sweep() {
    long now = System.nanoTime();
    List.copyOf(byAge).stream()
        .filter(wire -> !wire.isQuiet() || wire.isIdleFor(IDLE.toNanos(), now))
        .forEach(this::drop);
  }

  private void drop(Wire wire) {
    forget(wire);
    wire.close();
  }

  private void forget(Wire wire) {
    byAge.remove(wire);
    kept.computeIfPresent(
        wire.route(),
        (_, wires) -> {
          wires.remove(wire);
          return wires.isEmpty() ? null : wires;
        });
  }

  /// Closes all.
  void close() {
    List.copyOf(byAge).forEach(this::drop);
  }
}
