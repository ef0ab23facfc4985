package dev.crawler.processes.ledger;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.query.Predicate;
import java.util.Map;

/// Picks the entries that were taken on and settled. *Immutable.*
record IsCounted() implements Predicate<ShardedKey, EntryState> {
  @Override
  public boolean apply(Map.Entry<ShardedKey, EntryState> entry) {
    var settlement = entry.getValue().settlement();
    return settlement != null && settlement.counted();
  }

  void write(ObjectDataOutput out) {}

  static IsCounted read(ObjectDataInput in) {
    return new IsCounted();
  }
}
