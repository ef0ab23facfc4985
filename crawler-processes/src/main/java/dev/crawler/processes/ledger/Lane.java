package dev.crawler.processes.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Commits changes to one partition, one load at a time: what comes while one is on its way goes
/// with the next, so the more is asked, the less each costs. *Thread-safe.*
final class Lane {
  /// Changes of one caller, in order.
  ///
  /// @param refused with the indexes of those that were
  record Request(List<Amendment> amendments, CompletableFuture<BitSet> refused) {}

  /// Makes changes to entries of one partition; answers which were refused.
  interface Carrier {
    BitSet carry(int partition, List<Amendment> amendments);
  }

  private static final int LOAD = 1_000;

  private final int partition;
  private final Carrier carrier;
  private final ArrayDeque<Request> waiting = new ArrayDeque<>();
  private boolean busy;

  Lane(int partition, Carrier carrier) {
    this.partition = partition;
    this.carrier = carrier;
  }

  /// Takes a request on; its future ends when the changes are in and backed up.
  ///
  /// @param here whether the caller does so itself when nobody is in its way: who waits for nothing
  ///   else needs no other thread
  void add(Request request, boolean here) {
    synchronized (this) {
      if (busy) {
        waiting.add(request);
        return;
      }
      busy = true;
    }
    if (here) {
      deliver(List.of(request));
      var next = load();
      if (!next.isEmpty()) {
        Thread.ofVirtual().name("ledger").start(() -> carry(next));
      }
    } else {
      Thread.ofVirtual().name("ledger").start(() -> carry(List.of(request)));
    }
  }

  private void carry(List<Request> first) {
    for (var load = first; !load.isEmpty(); load = load()) {
      deliver(load);
    }
  }

  private synchronized List<Request> load() {
    var load = new ArrayList<Request>();
    int size = 0;
    for (var next = waiting.peek(); next != null && size < LOAD; next = waiting.peek()) {
      load.add(waiting.remove());
      size += next.amendments.size();
    }
    busy = !load.isEmpty();
    return load;
  }

  private void deliver(List<Request> load) {
    try {
      var refused = carrier.carry(partition, together(load));
      int at = 0;
      for (var request : load) {
        int next = at + request.amendments.size();
        request.refused.complete(refused.get(at, next));
        at = next;
      }
    } catch (Throwable e) {
      load.forEach(request -> request.refused.completeExceptionally(e));
    }
  }

  private static List<Amendment> together(List<Request> load) {
    return load.size() == 1
        ? load.getFirst().amendments
        : load.stream().flatMap(request -> request.amendments.stream()).toList();
  }
}
