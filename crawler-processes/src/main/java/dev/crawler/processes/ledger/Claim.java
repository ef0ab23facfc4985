package dev.crawler.processes.ledger;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who crawls the hosts of a partition. *Immutable.*
///
/// @param worker the member that does, or null when none does
/// @param epoch how often the partition has been claimed
public record Claim(@Nullable UUID worker, long epoch) {
  /// Of a partition that was never claimed.
  public static final Claim NONE = new Claim(null, 0);

  /// Whether that member holds it.
  public boolean isHeldBy(UUID member) {
    return member.equals(worker);
  }

  /// Whether nobody holds it, or one that is gone.
  public boolean isFree(Set<UUID> gone) {
    return worker == null || gone.contains(worker);
  }

  void write(ObjectDataOutput out) throws IOException {
    Packed.writeNumber(out, epoch);
    out.writeBoolean(worker != null);
    if (worker != null) {
      Packed.writeUuid(out, worker);
    }
  }

  static Claim read(ObjectDataInput in) throws IOException {
    long epoch = Packed.readNumber(in);
    return new Claim(in.readBoolean() ? Packed.readUuid(in) : null, epoch);
  }
}
