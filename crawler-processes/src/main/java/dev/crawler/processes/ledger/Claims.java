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

  /// Claims those of the partitions that are free or held by those gone; returns all of them that
  /// the member now holds, also those that it held before. One by one, for so each is backed up
  /// when it is answered.
  ///
  /// @param gone members that act no more
  public Map<Integer, Claim> claim(Set<Integer> wanted, UUID self, Set<UUID> gone) {
    var held = new HashMap<Integer, Claim>();
    var free = new ClaimFree(self, gone);
    for (int partition : wanted) {
      var claim =
          attempts.ofFuture(() -> claims.<Claim>submitToKey(partitions.of(partition), free));
      if (claim.isHeldBy(self)) {
        held.put(partition, claim);
      }
    }
    return held;
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
