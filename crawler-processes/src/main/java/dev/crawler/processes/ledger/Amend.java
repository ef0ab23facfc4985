package dev.crawler.processes.ledger;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import dev.crawler.core.session.Ways;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Changes one entry for a client, which cannot send an [AmendOperation]; answers whether the
/// change was accepted. Runs the same on the backup. *Confined to the thread of a partition.*
final class Amend
    implements EntryProcessor<ShardedKey, EntryState, Boolean>, HazelcastInstanceAware {
  private final boolean levelled;
  private final int maxRedirects;
  private final int partition;
  private final Change change;
  private @Nullable HazelcastInstance member;

  Amend(boolean levelled, int maxRedirects, int partition, Change change) {
    this.levelled = levelled;
    this.maxRedirects = maxRedirects;
    this.partition = partition;
    this.change = change;
  }

  @Override
  public void setHazelcastInstance(HazelcastInstance hazelcast) {
    this.member = hazelcast;
  }

  @Override
  public Boolean process(Map.Entry<ShardedKey, EntryState> entry) {
    @Nullable EntryState before = entry.getValue();
    var none = Ways.none(levelled, maxRedirects);
    var after = change.applyTo(before, () -> entry.getKey().name(), none);
    if (after != null && !after.equals(before)) {
      entry.setValue(after);
      if (member != null) {
        Hints.of(member).tell(partition, entry.getKey(), after);
      }
    }
    return change.isAccepted(after);
  }

  /// One that gives no hints: it lies with the owner to do so.
  @Override
  public Amend getBackupProcessor() {
    return new Amend(levelled, maxRedirects, partition, change);
  }

  void write(ObjectDataOutput out) throws IOException {
    out.writeBoolean(levelled);
    Packed.writeNumber(out, maxRedirects);
    Packed.writeNumber(out, partition);
    change.write(out);
  }

  static Amend read(ObjectDataInput in) throws IOException {
    return new Amend(in.readBoolean(), Packed.readCount(in), Packed.readCount(in), Change.read(in));
  }
}
