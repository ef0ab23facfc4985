package dev.crawler.core.session;

import dev.crawler.core.fetch.FetchTask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Hosts and retries that wait for an instant, earliest first, then in the order they came.
/// *Confined to its session.*
final class HostSchedule {
  /// A place in the heap: its instant never changes. A host whose time has moved meanwhile gets
  /// another place when this one comes up.
  private record Turn(Instant at, long order, HostQueue host, @Nullable FetchTask retry)
      implements Comparable<Turn> {
    @Override
    public int compareTo(Turn other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private final PriorityQueue<Turn> turns = new PriorityQueue<>();
  private long order;

  /// Lets the host wait for its turn if it wants one.
  void await(HostQueue host) {
    if (host.wantsTurn()) {
      host.waiting(true);
      turns.add(new Turn(host.courtesy().notBefore(), order++, host, null));
    }
  }

  /// Puts the task before the host's links at that instant.
  void retry(HostQueue host, FetchTask task, Instant at) {
    turns.add(new Turn(at, order++, host, task));
  }

  /// A host that may be asked now.
  Optional<HostQueue> poll(Instant now) {
    for (var turn = turns.peek(); turn != null && !turn.at.isAfter(now); turn = turns.peek()) {
      turns.remove();
      var host = turn.host;
      if (turn.retry != null) {
        host.addUrgent(turn.retry);
        await(host);
        continue;
      }
      host.waiting(false);
      if (!host.courtesy().notBefore().isAfter(now)) {
        return Optional.of(host);
      }
      await(host);
    }
    return Optional.empty();
  }

  /// When the next turn comes.
  Optional<Instant> nextTurn() {
    return Optional.ofNullable(turns.peek()).map(Turn::at);
  }

  int size() {
    return turns.size();
  }

  /// Forgets all turns; returns the retries among them.
  List<FetchTask> clear() {
    var retries = new ArrayList<FetchTask>();
    for (var turn : turns) {
      turn.host.waiting(false);
      if (turn.retry != null) {
        retries.add(turn.retry);
      }
    }
    turns.clear();
    return retries;
  }
}
