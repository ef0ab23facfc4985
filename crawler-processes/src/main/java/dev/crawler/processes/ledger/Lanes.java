package dev.crawler.processes.ledger;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/// The lanes of all partitions: takes changes apart by partition and waits for all of them.
/// *Thread-safe.*
final class Lanes {
  private static final Executor THREADS = task -> Thread.ofVirtual().name("ledger").start(task);

  private final HazelcastInstance hazelcast;
  private final List<Lane> lanes;

  Lanes(
      HazelcastInstance hazelcast,
      IMap<ShardedKey, EntryState> entries,
      boolean levelled,
      int maxRedirects) {
    this.hazelcast = hazelcast;
    var terms = new Lane.Terms(entries, new Attempts(hazelcast), THREADS, levelled, maxRedirects);
    this.lanes =
        IntStream.range(0, hazelcast.getPartitionService().getPartitions().size())
            .mapToObj(_ -> new Lane(terms))
            .toList();
  }

  /// Blocks until the changes are in and backed up; answers how each entry is settled now.
  Map<ShardedKey, Settlement> commit(Map<ShardedKey, List<Change>> changes) {
    var byPartition = new HashMap<Integer, Map<ShardedKey, List<Change>>>();
    changes.forEach((key, list) ->
        byPartition.computeIfAbsent(partition(key), _ -> new HashMap<>()).put(key, list));
    var answers = new ArrayList<CompletableFuture<Map<ShardedKey, Settlement>>>();
    byPartition.forEach((partition, part) -> {
      var answer = new CompletableFuture<Map<ShardedKey, Settlement>>();
      answers.add(answer);
      lanes.get(partition).add(new Lane.Request(part, answer));
    });
    return join(answers);
  }

  private int partition(ShardedKey key) {
    return hazelcast.getPartitionService().getPartition(key.shard()).getPartitionId();
  }

  private static Map<ShardedKey, Settlement> join(
      List<CompletableFuture<Map<ShardedKey, Settlement>>> answers) {
    var all = new HashMap<ShardedKey, Settlement>();
    for (var answer : answers) {
      try {
        all.putAll(answer.join());
      } catch (CompletionException e) {
        if (e.getCause() instanceof LedgerLostException lost) {
          throw new LedgerLostException("the ledger is lost", lost);
        }
        throw e;
      }
    }
    return all;
  }
}
