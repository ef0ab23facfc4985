package dev.crawler.processes.ledger;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.internal.serialization.Data;
import com.hazelcast.internal.serialization.SerializationService;
import com.hazelcast.partition.PartitionService;
import com.hazelcast.spi.impl.SerializationServiceSupport;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/// A lane for each partition: takes changes apart by where they go, and waits for all of them.
/// *Thread-safe.*
final class Lanes {
  /// A change of an entry.
  ///
  /// @param key of the entry
  /// @param change to make
  record Item(ShardedKey key, Change change) {}

  private final PartitionService partitions;
  private final SerializationService serialization;
  private final Attempts attempts;
  private final List<Lane> lanes;

  Lanes(HazelcastInstance hazelcast, Attempts attempts, Lane.Carrier carrier) {
    this.partitions = hazelcast.getPartitionService();
    this.serialization = ((SerializationServiceSupport) hazelcast).getSerializationService();
    this.attempts = attempts;
    int count = partitions.getPartitions().size();
    this.lanes = IntStream.range(0, count).mapToObj(i -> new Lane(i, carrier)).toList();
  }

  /// Blocks until the changes are in and backed up; answers whether all were accepted.
  boolean commit(Collection<Item> items) {
    var byPartition = HashMap.<Integer, List<Amendment>>newHashMap(items.size());
    for (var item : items) {
      Data key = attempts.local(() -> serialization.toData(item.key));
      byPartition
          .computeIfAbsent(partitionOf(key), _ -> new ArrayList<>())
          .add(new Amendment(key, item.change));
    }
    var answers = new ArrayList<CompletableFuture<BitSet>>(byPartition.size());
    byPartition.forEach((partition, amendments) -> {
      var answer = new CompletableFuture<BitSet>();
      answers.add(answer);
      lanes.get(partition).add(new Lane.Request(amendments, answer), byPartition.size() == 1);
    });
    return areAccepted(answers);
  }

  /// Where a key lies.
  int partitionOf(Object key) {
    return attempts.local(() -> partitions.getPartition(key).getPartitionId());
  }

  private static boolean areAccepted(List<CompletableFuture<BitSet>> answers) {
    boolean all = true;
    for (var answer : answers) {
      try {
        all &= answer.join().isEmpty();
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
