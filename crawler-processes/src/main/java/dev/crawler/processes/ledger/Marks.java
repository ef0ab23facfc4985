package dev.crawler.processes.ledger;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.HashMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A mark in each partition, put there before anything else is. A partition that has lost its mark
/// has lost everything, whether anybody has told so or not. Each call throws [LedgerLostException]
/// when this member cannot go on. *Thread-safe.*
public final class Marks {
  private static final String NAME = "crawler.marks";

  private final IMap<String, Boolean> marks;
  private final Set<String> keys;
  private final Attempts attempts;

  /// The marks of a member's or client's cluster; there is one set.
  public Marks(HazelcastInstance hazelcast) {
    this.marks = hazelcast.getMap(NAME);
    this.attempts = new Attempts(hazelcast);
    var partitions = PartitionKeys.of(hazelcast);
    this.keys =
        IntStream.range(0, hazelcast.getPartitionService().getPartitions().size())
            .mapToObj(partitions::of)
            .collect(Collectors.toUnmodifiableSet());
  }

  /// Marks all partitions.
  public void set() {
    var all = new HashMap<String, Boolean>();
    keys.forEach(key -> all.put(key, true));
    attempts.of(() -> {
      marks.setAll(all);
      return true;
    });
  }

  /// How many partitions have lost what they kept.
  public int missing() {
    return keys.size() - attempts.of(() -> marks.getAll(keys)).size();
  }

  /// Forgets everything.
  public void clear() {
    attempts.of(() -> {
      marks.clear();
      return true;
    });
  }
}
