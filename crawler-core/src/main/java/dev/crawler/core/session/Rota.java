package dev.crawler.core.session;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Which shard is asked next: each in its turn that has news or whose time has come. *Confined to
/// its [Shards].*
final class Rota {
  private record Waking(Instant at, Seat seat) {}

  private final ArrayDeque<Seat> ready = new ArrayDeque<>();
  private final PriorityQueue<Waking> sleepers =
      new PriorityQueue<>(Comparator.comparing(Waking::at));

  boolean isSomebodyReady() {
    return !ready.isEmpty();
  }

  Seat next() {
    var seat = ready.remove();
    seat.ready = false;
    return seat;
  }

  /// It has news.
  void wake(Seat seat) {
    if (!seat.ready) {
      seat.ready = true;
      seat.wakes = null;
      ready.add(seat);
    }
  }

  /// It has nothing to do until then.
  void wakeAt(Instant until, Seat seat) {
    seat.wakes = until;
    sleepers.add(new Waking(until, seat));
  }

  /// Wakes those whose time has come. One that was asked since it went to sleep has another time,
  /// or none.
  void wake(Instant now) {
    for (var first = sleepers.peek(); first != null; first = sleepers.peek()) {
      boolean stale = !first.at.equals(first.seat.wakes);
      if (!stale && first.at.isAfter(now)) {
        return;
      }
      sleepers.remove();
      if (!stale) {
        wake(first.seat);
      }
    }
  }

  /// When the first of those that sleep wakes.
  @Nullable Instant firstWaking() {
    var first = sleepers.peek();
    return first == null ? null : first.at;
  }
}
