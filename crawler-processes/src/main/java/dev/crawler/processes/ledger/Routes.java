package dev.crawler.processes.ledger;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.internal.serialization.SerializationService;
import com.hazelcast.map.IMap;
import com.hazelcast.map.impl.MapService;
import com.hazelcast.spi.impl.AbstractDistributedObject;
import com.hazelcast.spi.impl.SerializationServiceSupport;
import com.hazelcast.spi.impl.operationservice.OperationService;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How changes come to the owner of their partition: as one operation from a member, one by one
/// from a client. *Thread-safe.*
final class Routes {
  private Routes() {}

  /// The route from a member or client.
  static Lane.Carrier from(
      HazelcastInstance hazelcast,
      IMap<ShardedKey, EntryState> entries,
      Attempts attempts,
      boolean levelled,
      int maxRedirects) {
    return entries instanceof AbstractDistributedObject<?> proxy
        ? new FromMember(
            proxy.getNodeEngine().getOperationService(),
            entries.getName(),
            attempts,
            levelled,
            maxRedirects)
        : new FromClient(
            ((SerializationServiceSupport) hazelcast).getSerializationService(),
            entries,
            attempts,
            levelled,
            maxRedirects);
  }

  /// An answer whose backup was not heard of is none: it is asked again. *Thread-safe.*
  private record FromMember(
      OperationService operations,
      String map,
      Attempts attempts,
      boolean levelled,
      int maxRedirects)
      implements Lane.Carrier {
    @Override
    public BitSet carry(int partition, List<Amendment> amendments) {
      long @Nullable [] refused =
          attempts.ofFuture(() ->
              operations
                  .createInvocationBuilder(
                      MapService.SERVICE_NAME,
                      new AmendOperation(map, levelled, maxRedirects, amendments),
                      partition)
                  .setFailOnIndeterminateOperationState(true)
                  .<long[]>invoke());
      return refused == null ? new BitSet() : BitSet.valueOf(refused);
    }
  }

  /// A client puts in the seeds and little more. *Thread-safe.*
  private record FromClient(
      SerializationService serialization,
      IMap<ShardedKey, EntryState> entries,
      Attempts attempts,
      boolean levelled,
      int maxRedirects)
      implements Lane.Carrier {
    @Override
    public BitSet carry(int partition, List<Amendment> amendments) {
      var refused = new BitSet();
      for (int i = 0; i < amendments.size(); i++) {
        var amendment = amendments.get(i);
        ShardedKey key = serialization.toObject(amendment.key());
        var amend = new Amend(levelled, maxRedirects, partition, amendment.change());
        refused.set(i, !attempts.ofFuture(() -> entries.submitToKey(key, amend)));
      }
      return refused;
    }
  }
}
