package dev.crawler.http;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Lets so many exchanges have a connection at once; the others wait in line, and their time runs.
/// *Thread-safe.*
final class Turnstile {
  private final int places;
  private final Consumer<CallbackExchange> letIn;
  private final Queue<CallbackExchange> line = new ArrayDeque<>();
  private final Set<CallbackExchange> inside = new HashSet<>();

  /// Whether a thread is letting exchanges in. No other does so meanwhile, nor the same one within,
  /// so that thousands that end as soon as they begin do not fill a stack.
  private boolean turning;

  /// @param letIn what an exchange does when its turn has come
  Turnstile(int places, Consumer<CallbackExchange> letIn) {
    this.places = places;
    this.letIn = letIn;
  }

  /// Takes an exchange in now or later, on this thread or another.
  void enter(CallbackExchange exchange) {
    stand(exchange);
    turn();
  }

  /// Takes note that an exchange has ended, in line or inside.
  void leave(CallbackExchange exchange) {
    if (free(exchange)) {
      turn();
    }
  }

  private synchronized void stand(CallbackExchange exchange) {
    line.add(exchange);
  }

  private synchronized boolean free(CallbackExchange exchange) {
    return inside.remove(exchange);
  }

  private void turn() {
    if (begin()) {
      for (var next = next(); next != null; next = next()) {
        letIn.accept(next);
      }
    }
  }

  private synchronized boolean begin() {
    boolean mine = !turning;
    turning = true;
    return mine;
  }

  private synchronized @Nullable CallbackExchange next() {
    while (inside.size() < places && !line.isEmpty()) {
      var next = line.remove();
      if (!next.isOver()) {
        inside.add(next);
        return next;
      }
    }
    turning = false;
    return null;
  }
}
