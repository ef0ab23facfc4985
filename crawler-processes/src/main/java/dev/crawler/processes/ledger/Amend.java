package dev.crawler.processes.ledger;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import dev.crawler.core.session.Ways;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Changes entries of one partition, each in its own way, in the order given. Answers how each is
/// settled now. Runs the same on the backup, and changes nothing when it runs again. *Immutable.*
///
/// @param levelled whether the plan is
/// @param maxRedirects of the plan
/// @param changes by the name of the entry
record Amend(boolean levelled, int maxRedirects, Map<String, List<Change>> changes)
    implements EntryProcessor<ShardedKey, EntryState, @Nullable Settlement> {

  @Override
  public @Nullable Settlement process(Map.Entry<ShardedKey, EntryState> entry) {
    var name = entry.getKey().name();
    @Nullable EntryState before = entry.getValue();
    @Nullable EntryState after = before;
    for (var change : changes.getOrDefault(name, List.of())) {
      after = apply(change, name, after);
    }
    if (after != null && !after.equals(before)) {
      entry.setValue(after);
    }
    return after == null ? null : after.settlement();
  }

  private @Nullable EntryState apply(Change change, String name, @Nullable EntryState state) {
    return switch (change) {
      case Change.Open(var way) ->
          (state == null ? EntryState.unreached(false) : state)
              .reached(name, way, Ways.none(levelled, maxRedirects));
      case Change.OpenText() -> state == null ? EntryState.unreached(true) : state;
      case Change.Settle(var settlement) -> state == null ? null : state.settled(settlement);
      case Change.Acknowledge() -> state == null ? null : state.acknowledged();
    };
  }

  void write(ObjectDataOutput out) throws IOException {
    out.writeBoolean(levelled);
    Packed.writeNumber(out, maxRedirects);
    Packed.writeNumber(out, changes.size());
    for (var entry : changes.entrySet()) {
      Packed.writeText(out, entry.getKey());
      Packed.writeNumber(out, entry.getValue().size());
      for (var change : entry.getValue()) {
        change.write(out);
      }
    }
  }

  static Amend read(ObjectDataInput in) throws IOException {
    boolean levelled = in.readBoolean();
    int maxRedirects = (int) Packed.readNumber(in);
    int size = Packed.readCount(in);
    var changes = HashMap.<String, List<Change>>newHashMap(size);
    for (int i = 0; i < size; i++) {
      changes.put(Packed.readText(in), readChanges(in));
    }
    return new Amend(levelled, maxRedirects, changes);
  }

  private static List<Change> readChanges(ObjectDataInput in) throws IOException {
    int count = Packed.readCount(in);
    var list = new ArrayList<Change>(count);
    for (int i = 0; i < count; i++) {
      list.add(Change.read(in));
    }
    return list;
  }
}
