package dev.crawler.processes.ledger;

import com.hazelcast.core.HazelcastInstance;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Who crawls which partition. *Thread-safe.*
public final class Claims {
  public Claims(HazelcastInstance hazelcast) {}

  public Map<Integer, Claim> claim(Set<Integer> partitions, UUID self, Set<UUID> alive) {
    throw new UnsupportedOperationException();
  }

  public void release(int partition, UUID self, long epoch) {
    throw new UnsupportedOperationException();
  }

  public Map<Integer, Claim> all() {
    throw new UnsupportedOperationException();
  }

  public void clear() {
    throw new UnsupportedOperationException();
  }
}
