package dev.crawler.processes.ledger;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Frees a partition, if it is still held under that epoch. The epoch stays. *Immutable.*
record Release(UUID self, long epoch) implements EntryProcessor<String, Claim, @Nullable Boolean> {
  @Override
  public @Nullable Boolean process(Map.Entry<String, Claim> entry) {
    if (new Claim(self, epoch).equals(entry.getValue())) {
      entry.setValue(new Claim(null, epoch));
    }
    return null;
  }

  void write(ObjectDataOutput out) throws IOException {
    Packed.writeUuid(out, self);
    Packed.writeNumber(out, epoch);
  }

  static Release read(ObjectDataInput in) throws IOException {
    return new Release(Packed.readUuid(in), Packed.readNumber(in));
  }
}
