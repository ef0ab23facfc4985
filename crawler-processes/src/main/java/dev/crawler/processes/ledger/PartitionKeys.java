package dev.crawler.processes.ledger;

import com.hazelcast.core.HazelcastInstance;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A text for each partition that lies in it: what names a partition in a query, and what its claim
/// is kept under, so that a claim lies with what it is about. Found by trying; the same on each
/// member, for a partition is a hash. *Immutable.*
final class PartitionKeys {
  private final Map<String, Integer> partitions;
  private final String[] keys;

  private PartitionKeys(String[] keys) {
    this.keys = keys;
    this.partitions = new HashMap<>();
    for (int i = 0; i < keys.length; i++) {
      partitions.put(keys[i], i);
    }
  }

  static PartitionKeys of(HazelcastInstance hazelcast) {
    return (PartitionKeys)
        hazelcast
            .getUserContext()
            .computeIfAbsent(PartitionKeys.class.getName(), _ -> find(hazelcast));
  }

  private static PartitionKeys find(HazelcastInstance hazelcast) {
    var service = hazelcast.getPartitionService();
    var found = new @Nullable String[service.getPartitions().size()];
    int missing = found.length;
    for (int i = 0; missing > 0; i++) {
      var key = Integer.toString(i);
      int partition = service.getPartition(key).getPartitionId();
      if (found[partition] == null) {
        found[partition] = key;
        missing--;
      }
    }
    return new PartitionKeys(Arrays.copyOf(found, found.length, String[].class));
  }

  String of(int partition) {
    return keys[partition];
  }

  int partition(String key) {
    return partitions.getOrDefault(key, -1);
  }
}
