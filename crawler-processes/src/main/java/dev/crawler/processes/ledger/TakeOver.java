package dev.crawler.processes.ledger;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.Map;

/// Stamps what is unsettled with the epoch of a claim, so that nothing is settled under an older
/// one; answers the entry. *Immutable.*
record TakeOver(long epoch) implements EntryProcessor<ShardedKey, EntryState, EntryState> {
  @Override
  public EntryState process(Map.Entry<ShardedKey, EntryState> entry) {
    var before = entry.getValue();
    var after = before.takenOver(epoch);
    if (!after.equals(before)) {
      entry.setValue(after);
    }
    return after;
  }

  void write(ObjectDataOutput out) throws IOException {
    Packed.writeNumber(out, epoch);
  }

  static TakeOver read(ObjectDataInput in) throws IOException {
    return new TakeOver(Packed.readNumber(in));
  }
}
