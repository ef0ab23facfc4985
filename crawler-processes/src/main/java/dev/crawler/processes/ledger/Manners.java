package dev.crawler.processes.ledger;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.query.Predicates;
import java.util.HashMap;
import java.util.Map;

/// What a new owner must know of its hosts: how long they want to be left alone, what their
/// robots.txt says. Each call throws [LedgerLostException] when this member cannot go on.
/// *Thread-safe.*
public final class Manners {
  private static final String NAME = "crawler.manners";

  private final IMap<ShardedKey, byte[]> states;
  private final PartitionKeys partitions;
  private final Attempts attempts;

  /// The manners of a member's or client's cluster; there is one set.
  public Manners(HazelcastInstance hazelcast) {
    this.states = hazelcast.getMap(NAME);
    this.partitions = PartitionKeys.of(hazelcast);
    this.attempts = new Attempts(hazelcast);
  }

  /// Notes what is known of a host now; the last word counts.
  public void put(String shardKey, String host, byte[] state) {
    attempts.of(() -> {
      states.set(new ShardedKey(shardKey, host), state);
      return host;
    });
  }

  /// What is known of a partition's hosts, by host.
  public Map<String, byte[]> of(int partition) {
    var there =
        Predicates.<ShardedKey, byte[]>partitionPredicate(
            partitions.of(partition), Predicates.alwaysTrue());
    var found = new HashMap<String, byte[]>();
    attempts
        .of(() -> states.entrySet(there))
        .forEach(entry -> found.put(entry.getKey().name(), entry.getValue()));
    return found;
  }

  /// Forgets everything.
  public void clear() {
    attempts.of(() -> {
      states.clear();
      return true;
    });
  }
}
