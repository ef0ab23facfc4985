package dev.crawler.processes.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Commits changes to some partitions, one load at a time: what comes while one is on its way goes
/// with the next, so the more is asked, the less each costs. A member that is slow or dead holds up
/// all that goes by the same lane. *Thread-safe.*
final class Lane {
  /// Changes of one caller, in order.
  ///
  /// @param changes by entry
  /// @param done with how each entry is settled; those that are not are absent
  record Request(
      Map<ShardedKey, List<Change>> changes, CompletableFuture<Map<ShardedKey, Settlement>> done) {}

  /// Makes changes to entries; answers how they are settled.
  interface Carrier {
    Map<ShardedKey, Settlement> carry(Map<ShardedKey, List<Change>> changes);
  }

  private static final int LOAD = 1_000;

  private final Carrier carrier;
  private final ArrayDeque<Request> waiting = new ArrayDeque<>();
  private boolean busy;

  Lane(Carrier carrier) {
    this.carrier = carrier;
  }

  /// Takes a request on; its future ends when the changes are in and backed up.
  void add(Request request) {
    synchronized (this) {
      waiting.add(request);
      if (busy) {
        return;
      }
      busy = true;
    }
    Thread.ofVirtual().name("ledger").start(this::carry);
  }

  private void carry() {
    for (var load = load(); !load.isEmpty(); load = load()) {
      deliver(load);
    }
  }

  private synchronized List<Request> load() {
    var load = new ArrayList<Request>();
    int size = 0;
    for (var next = waiting.peek(); next != null && size < LOAD; next = waiting.peek()) {
      load.add(waiting.remove());
      size += next.changes.size();
    }
    busy = !load.isEmpty();
    return load;
  }

  private void deliver(List<Request> load) {
    try {
      var answer = carrier.carry(together(load));
      load.forEach(request -> request.done.complete(answer));
    } catch (Throwable e) {
      load.forEach(request -> request.done.completeExceptionally(e));
    }
  }

  private static Map<ShardedKey, List<Change>> together(List<Request> load) {
    if (load.size() == 1) {
      return load.getFirst().changes;
    }
    var all = new HashMap<ShardedKey, List<Change>>();
    for (var request : load) {
      request.changes.forEach(
          (key, list) -> all.computeIfAbsent(key, _ -> new ArrayList<>()).addAll(list));
    }
    return all;
  }
}
