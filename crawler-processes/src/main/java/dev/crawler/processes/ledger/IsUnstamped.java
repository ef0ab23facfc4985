package dev.crawler.processes.ledger;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.query.Predicate;
import java.io.IOException;
import java.util.Map;

/// Picks the entries that are unsettled and were not yet taken over under a claim. *Immutable.*
///
/// @param epoch of the claim
record IsUnstamped(long epoch) implements Predicate<ShardedKey, EntryState> {
  @Override
  public boolean apply(Map.Entry<ShardedKey, EntryState> entry) {
    var state = entry.getValue();
    return state.settlement() == null && state.epoch() < epoch;
  }

  void write(ObjectDataOutput out) throws IOException {
    Packed.writeNumber(out, epoch);
  }

  static IsUnstamped read(ObjectDataInput in) throws IOException {
    return new IsUnstamped(Packed.readNumber(in));
  }
}
