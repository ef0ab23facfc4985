package dev.crawler.processes.ledger;

import com.hazelcast.config.SerializationConfig;
import com.hazelcast.nio.serialization.DataSerializableFactory;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;

/// The numbers of the ledger's types on the wire. A number is never used again for something else.
/// *Thread-safe.*
public final class LedgerTypes {
  /// The factory of the operations, and the operation's number in it.
  static final int OPERATIONS = 1_001;

  static final int AMEND = 1;

  private static final int FIRST = 1_001;

  private LedgerTypes() {}

  /// Makes them known to a member or client; 1001 to 1099 are the ledger's.
  public static void register(SerializationConfig config) {
    int id = FIRST;
    config
        .addDataSerializableFactory(OPERATIONS, new Operations())
        .addSerializerConfig(Codec.of(id++, ShardedKey.class, ShardedKey::write, ShardedKey::read))
        .addSerializerConfig(Codec.of(id++, EntryState.class, EntryState::write, EntryState::read))
        .addSerializerConfig(Codec.of(id++, Settlement.class, Settlement::write, Settlement::read))
        .addSerializerConfig(Codec.of(id++, Claim.class, Claim::write, Claim::read))
        .addSerializerConfig(Codec.of(id++, Amend.class, Amend::write, Amend::read))
        .addSerializerConfig(Codec.of(id++, ClaimFree.class, ClaimFree::write, ClaimFree::read))
        .addSerializerConfig(Codec.of(id++, Release.class, Release::write, Release::read))
        .addSerializerConfig(Codec.of(id++, IsOpen.class, IsOpen::write, IsOpen::read))
        .addSerializerConfig(
            Codec.of(id++, IsUnstamped.class, IsUnstamped::write, IsUnstamped::read))
        .addSerializerConfig(Codec.of(id++, SettledBy.class, SettledBy::write, SettledBy::read))
        .addSerializerConfig(Codec.of(id, IsCounted.class, IsCounted::write, IsCounted::read));
  }

  /// Makes operations that are then read. *Immutable.*
  private record Operations() implements DataSerializableFactory {
    @Override
    public IdentifiedDataSerializable create(int typeId) {
      if (typeId != AMEND) {
        throw new IllegalArgumentException("no operation of the ledger: " + typeId);
      }
      return new AmendOperation();
    }
  }
}
