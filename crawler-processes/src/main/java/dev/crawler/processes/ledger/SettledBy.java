package dev.crawler.processes.ledger;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.query.Predicate;
import java.io.IOException;
import java.util.Map;

/// Picks the entries that were settled. *Immutable.*
///
/// @param worker by whom, or 0 for anybody
record SettledBy(int worker) implements Predicate<ShardedKey, EntryState> {
  static final SettledBy ANYBODY = new SettledBy(0);

  @Override
  public boolean apply(Map.Entry<ShardedKey, EntryState> entry) {
    var settlement = entry.getValue().settlement();
    return settlement != null && (worker == 0 || settlement.worker() == worker);
  }

  void write(ObjectDataOutput out) throws IOException {
    Packed.writeNumber(out, worker);
  }

  static SettledBy read(ObjectDataInput in) throws IOException {
    return new SettledBy(Packed.readCount(in));
  }
}
