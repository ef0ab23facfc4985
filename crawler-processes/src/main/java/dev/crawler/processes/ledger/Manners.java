package dev.crawler.processes.ledger;

import com.hazelcast.core.HazelcastInstance;
import java.util.Map;

/// What a new owner must know of its hosts. *Thread-safe.*
public final class Manners {
  public Manners(HazelcastInstance hazelcast) {}

  public void put(String shardKey, String host, byte[] state) {
    throw new UnsupportedOperationException();
  }

  public Map<String, byte[]> of(int partition) {
    throw new UnsupportedOperationException();
  }

  public void clear() {
    throw new UnsupportedOperationException();
  }
}
