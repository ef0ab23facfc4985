package dev.crawler.processes.ledger;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Claims a partition that nobody holds, or one that is gone, under the next epoch; answers who
/// holds it now. A holder that claims again keeps its epoch, so an answer may get lost.
/// *Immutable.*
record ClaimFree(UUID self, Set<UUID> gone) implements EntryProcessor<String, Claim, Claim> {
  @Override
  public Claim process(Map.Entry<String, Claim> entry) {
    @Nullable Claim known = entry.getValue();
    var before = known == null ? Claim.NONE : known;
    if (!before.isFree(gone)) {
      return before;
    }
    var after = new Claim(self, before.epoch() + 1);
    entry.setValue(after);
    return after;
  }

  void write(ObjectDataOutput out) throws IOException {
    Packed.writeUuid(out, self);
    Packed.writeNumber(out, gone.size());
    for (var member : gone) {
      Packed.writeUuid(out, member);
    }
  }

  static ClaimFree read(ObjectDataInput in) throws IOException {
    var self = Packed.readUuid(in);
    int count = Packed.readCount(in);
    var gone = HashSet.<UUID>newHashSet(count);
    for (int i = 0; i < count; i++) {
      gone.add(Packed.readUuid(in));
    }
    return new ClaimFree(self, gone);
  }
}
