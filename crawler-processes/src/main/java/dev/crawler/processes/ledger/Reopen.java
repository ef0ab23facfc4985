package dev.crawler.processes.ledger;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Opens again what was settled by a record that is lost; answers true for each. *Immutable.*
///
/// @param worker whose part file is lost
record Reopen(int worker) implements EntryProcessor<ShardedKey, EntryState, @Nullable Boolean> {
  @Override
  public @Nullable Boolean process(Map.Entry<ShardedKey, EntryState> entry) {
    var before = entry.getValue();
    var settlement = before.settlement();
    if (settlement == null || settlement.worker() != worker) {
      return null;
    }
    entry.setValue(before.reopened());
    return true;
  }

  void write(ObjectDataOutput out) throws IOException {
    Packed.writeNumber(out, worker);
  }

  static Reopen read(ObjectDataInput in) throws IOException {
    return new Reopen(Packed.readCount(in));
  }
}
