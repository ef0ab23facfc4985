package dev.crawler.processes.ledger;

import com.hazelcast.internal.nio.IOUtil;
import com.hazelcast.internal.serialization.Data;
import com.hazelcast.map.impl.operation.MapOperation;
import com.hazelcast.map.impl.operation.PutAllBackupOperation;
import com.hazelcast.map.impl.record.Record;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.spi.impl.operationservice.BackupAwareOperation;
import com.hazelcast.spi.impl.operationservice.MutatingOperation;
import com.hazelcast.spi.impl.operationservice.Operation;
import com.hazelcast.spi.impl.operationservice.PartitionAwareOperation;
import dev.crawler.core.session.Ways;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Changes entries of one partition on its owner, in the order given; answers which changes were
/// refused, as the words of a [BitSet], or null for none. What Hazelcast offers for many keys,
/// `executeOnKeys`, answers before the backups are made, gives each partition the changes of all,
/// and has the backup do the work again; here the answer waits for the backup, which is sent what
/// the owner has now. That goes for entries that stay as they are, too: the backup of an earlier
/// change may have been lost. *Confined to the thread of its partition.*
final class AmendOperation extends MapOperation
    implements PartitionAwareOperation, BackupAwareOperation, MutatingOperation {
  private Ways none;
  private boolean levelled;
  private int maxRedirects;
  private List<Amendment> amendments;
  private final List<@Nullable Object> backup = new ArrayList<>();
  private long @Nullable [] refused;

  /// To be read into.
  AmendOperation() {
    this("", false, 0, List.of());
  }

  AmendOperation(String map, boolean levelled, int maxRedirects, List<Amendment> amendments) {
    super(map);
    this.levelled = levelled;
    this.maxRedirects = maxRedirects;
    this.none = Ways.none(levelled, maxRedirects);
    this.amendments = amendments;
  }

  @Override
  protected void runInternal() {
    var rejected = new BitSet();
    backup.clear();
    for (int i = 0; i < amendments.size(); i++) {
      if (!isAccepted(amendments.get(i))) {
        rejected.set(i);
      }
    }
    refused = rejected.isEmpty() ? null : rejected.toLongArray();
  }

  private boolean isAccepted(Amendment amendment) {
    var serialization = getNodeEngine().getSerializationService();
    var key = amendment.key();
    var bytes = recordStore.get(key, false, getCallerAddress(), false);
    @Nullable EntryState before = bytes == null ? null : serialization.toObject(bytes);
    Supplier<String> name = () -> serialization.<ShardedKey>toObject(key).name();
    var after = amendment.change().applyTo(before, name, none);
    if (after != null) {
      if (!after.equals(before)) {
        recordStore.set(key, serialization.toData(after), Record.UNSET, Record.UNSET);
        hint(key, after);
      }
      backUp(key);
    }
    return amendment.change().isAccepted(after);
  }

  private void hint(Data key, EntryState state) {
    var hints = Hints.of(getNodeEngine().getHazelcastInstance());
    if (hints.areWanted()) {
      ShardedKey entry = getNodeEngine().getSerializationService().toObject(key);
      hints.tell(getPartitionId(), entry, state);
    }
  }

  /// Key, value, record and expiry of each, as [PutAllBackupOperation] wants them.
  private void backUp(Data key) {
    var kept = recordStore.getRecord(key);
    backup.add(key);
    backup.add(kept.getValue());
    backup.add(kept);
    backup.add(recordStore.getExpirySystem().getExpiryMetadata(key));
  }

  @Override
  public long @Nullable [] getResponse() {
    return refused;
  }

  @Override
  public boolean shouldBackup() {
    return mapContainer.getTotalBackupCount() > 0 && !backup.isEmpty();
  }

  @Override
  public int getSyncBackupCount() {
    return mapContainer.getBackupCount();
  }

  @Override
  public int getAsyncBackupCount() {
    return mapContainer.getAsyncBackupCount();
  }

  @Override
  public Operation getBackupOperation() {
    return new PutAllBackupOperation(name, backup, false);
  }

  @Override
  public int getFactoryId() {
    return LedgerTypes.OPERATIONS;
  }

  @Override
  public int getClassId() {
    return LedgerTypes.AMEND;
  }

  @Override
  protected void writeInternal(ObjectDataOutput out) throws IOException {
    super.writeInternal(out);
    out.writeBoolean(levelled);
    Packed.writeNumber(out, maxRedirects);
    Packed.writeNumber(out, amendments.size());
    for (var amendment : amendments) {
      IOUtil.writeData(out, amendment.key());
      amendment.change().write(out);
    }
  }

  @Override
  protected void readInternal(ObjectDataInput in) throws IOException {
    super.readInternal(in);
    levelled = in.readBoolean();
    maxRedirects = Packed.readCount(in);
    none = Ways.none(levelled, maxRedirects);
    int count = Packed.readCount(in);
    var read = new ArrayList<Amendment>(count);
    for (int i = 0; i < count; i++) {
      read.add(new Amendment(IOUtil.readData(in), Change.read(in)));
    }
    amendments = read;
  }
}
