package dev.crawler.processes.ledger;

import com.hazelcast.partition.PartitionService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/// The lanes: takes changes apart by what lane their partitions go by, and waits for all of them.
/// *Thread-safe.*
final class Lanes {
  /// Measured: with a lane for each partition a page costs twice the CPU, for loads are small; with
  /// one lane no less, and whatever holds up one partition holds up all.
  private static final int LANES = 8;

  private final PartitionService partitions;
  private final Attempts attempts;
  private final List<Lane> lanes;

  Lanes(PartitionService partitions, Attempts attempts, Lane.Carrier carrier) {
    this.partitions = partitions;
    this.attempts = attempts;
    this.lanes = IntStream.range(0, LANES).mapToObj(_ -> new Lane(carrier)).toList();
  }

  /// Blocks until the changes are in and backed up; answers how each entry is settled now.
  Map<ShardedKey, Settlement> commit(Map<ShardedKey, List<Change>> changes) {
    var byLane = new HashMap<Integer, Map<ShardedKey, List<Change>>>();
    changes.forEach((key, list) ->
        byLane
            .computeIfAbsent(partitionOf(key.shard()) % LANES, _ -> new HashMap<>())
            .put(key, list));
    var answers = new ArrayList<CompletableFuture<Map<ShardedKey, Settlement>>>();
    byLane.forEach((lane, part) -> {
      var answer = new CompletableFuture<Map<ShardedKey, Settlement>>();
      answers.add(answer);
      lanes.get(lane).add(new Lane.Request(part, answer));
    });
    return join(answers);
  }

  /// Where a shard lies.
  int partitionOf(String shardKey) {
    return attempts.of(() -> partitions.getPartition(shardKey).getPartitionId());
  }

  private static Map<ShardedKey, Settlement> join(
      List<CompletableFuture<Map<ShardedKey, Settlement>>> answers) {
    var all = new HashMap<ShardedKey, Settlement>();
    for (var answer : answers) {
      try {
        all.putAll(answer.join());
      } catch (CompletionException e) {
        if (e.getCause() instanceof LedgerLostException lost) {
          throw lost;
        }
        throw e;
      }
    }
    return all;
  }
}
