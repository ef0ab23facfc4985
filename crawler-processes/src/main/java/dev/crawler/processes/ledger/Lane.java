package dev.crawler.processes.ledger;

import com.hazelcast.map.IMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Commits changes to one partition, one load at a time: what comes while one is on its way goes
/// with the next, so the more is asked, the less each costs. A member that is slow or dead holds up
/// its own partitions only. *Thread-safe.*
final class Lane {
  /// Changes of one caller, in order.
  ///
  /// @param changes by entry
  /// @param done with how each entry is settled; those that are not are absent
  record Request(
      Map<ShardedKey, List<Change>> changes, CompletableFuture<Map<ShardedKey, Settlement>> done) {}

  /// What lanes have in common.
  ///
  /// @param entries the map
  /// @param attempts when an answer is lost
  /// @param threads where the next load is sent from
  /// @param levelled whether the plan is
  /// @param maxRedirects of the plan
  record Terms(
      IMap<ShardedKey, EntryState> entries,
      Attempts attempts,
      Executor threads,
      boolean levelled,
      int maxRedirects) {}

  private static final int LOAD = 1_000;

  private final Terms terms;
  private final ArrayDeque<Request> waiting = new ArrayDeque<>();
  private boolean busy;

  Lane(Terms terms) {
    this.terms = terms;
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
    send(load(), 1);
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

  private void send(List<Request> load, int attempt) {
    var keys = new HashSet<ShardedKey>();
    var changes = new HashMap<String, List<Change>>();
    for (var request : load) {
      request.changes.forEach((key, list) -> {
        keys.add(key);
        changes.computeIfAbsent(key.name(), _ -> new ArrayList<>()).addAll(list);
      });
    }
    var amend = new Amend(terms.levelled, terms.maxRedirects, changes);
    submit(keys, amend)
        .whenCompleteAsync(
            (answer, failure) -> arrived(load, attempt, answer, failure), terms.threads);
  }

  private CompletableFuture<Map<ShardedKey, Settlement>> submit(
      HashSet<ShardedKey> keys, Amend amend) {
    try {
      return terms.entries.<Settlement>submitToKeys(keys, amend).toCompletableFuture();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void arrived(
      List<Request> load,
      int attempt,
      @Nullable Map<ShardedKey, Settlement> answer,
      @Nullable Throwable failure) {
    if (answer != null) {
      load.forEach(request -> request.done.complete(answer));
    } else {
      var cause =
          failure == null ? new IllegalStateException("no answer") : Attempts.cause(failure);
      if (attempt < Attempts.MOST && terms.attempts.isPassing(cause)) {
        send(load, attempt + 1);
        return;
      }
      load.forEach(request -> request.done.completeExceptionally(terms.attempts.ended(cause)));
    }
    var next = load();
    if (!next.isEmpty()) {
      send(next, 1);
    }
  }
}
