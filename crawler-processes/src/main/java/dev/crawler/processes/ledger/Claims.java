package dev.crawler.processes.ledger;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Who crawls which partition: one member at a time, under an epoch that grows with each change of
/// hands. Each call throws [LedgerLostException] when this member cannot go on. *Thread-safe.*
public final class Claims {
  private static final String NAME = "crawler.claims";

  private final IMap<String, Claim> claims;
  private final PartitionKeys partitions;
  private final Attempts attempts;

  /// The claims of a member's or client's cluster; there is one set.
  public Claims(HazelcastInstance hazelcast) {
    this.claims = hazelcast.getMap(NAME);
    this.partitions = PartitionKeys.of(hazelcast);
    this.attempts = new Attempts(hazelcast);
  }

  /// Claims a partition that is free or held by one that is gone; returns who holds it now. It is
  /// backed up when it is answered.
  ///
  /// @param gone members that act no more
  public Claim claim(int partition, UUID self, Set<UUID> gone) {
    var free = new ClaimFree(self, gone);
    return attempts.ofFuture(() -> claims.<Claim>submitToKey(partitions.of(partition), free));
  }

  /// Lets another have a partition; does nothing when that claim is no longer the member's.
  public void release(int partition, UUID self, long epoch) {
    attempts.of(() -> {
      claims.executeOnKey(partitions.of(partition), new Release(self, epoch));
      return true;
    });
  }

  /// All claims there ever were, also free ones.
  public Map<Integer, Claim> all() {
    return byPartition(
        attempts.of(() ->
            claims.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
  }

  private Map<Integer, Claim> byPartition(Map<String, Claim> byKey) {
    var found = HashMap.<Integer, Claim>newHashMap(byKey.size());
    byKey.forEach((key, claim) -> found.put(partitions.partition(key), claim));
    return found;
  }

  /// Forgets everything.
  public void clear() {
    attempts.of(() -> {
      claims.clear();
      return true;
    });
  }
}
