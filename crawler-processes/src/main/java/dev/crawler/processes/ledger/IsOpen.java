package dev.crawler.processes.ledger;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.query.Predicate;
import java.util.Map;

/// Picks the entries about which something is to be done. *Immutable.*
record IsOpen() implements Predicate<ShardedKey, EntryState> {
  @Override
  public boolean apply(Map.Entry<ShardedKey, EntryState> entry) {
    return entry.getValue().isOpen();
  }

  void write(ObjectDataOutput out) {}

  static IsOpen read(ObjectDataInput in) {
    return new IsOpen();
  }
}
