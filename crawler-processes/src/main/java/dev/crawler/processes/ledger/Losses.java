package dev.crawler.processes.ledger;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.partition.PartitionLostEvent;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Partitions of which all copies are gone, as far as the members tell: what they held is lost.
/// *Thread-safe.*
public final class Losses implements AutoCloseable {
  /// Copies of a partition beside the one its owner has.
  private static final int BACKUPS = 1;

  private final HazelcastInstance hazelcast;
  private final Attempts attempts;
  private final UUID listener;
  private final Set<Integer> partitions;

  private Losses(
      HazelcastInstance hazelcast, Attempts attempts, UUID listener, Set<Integer> partitions) {
    this.hazelcast = hazelcast;
    this.attempts = attempts;
    this.listener = listener;
    this.partitions = partitions;
  }

  /// Hears of them from now on; every member has to say first that it will tell.
  ///
  /// @throws LedgerLostException when one does not
  public static Losses hear(HazelcastInstance hazelcast) {
    var attempts = new Attempts(hazelcast);
    var partitions = ConcurrentHashMap.<Integer>newKeySet();
    var service = hazelcast.getPartitionService();
    var listener =
        attempts.of(() -> service.addPartitionLostListener(event -> note(event, partitions)));
    return new Losses(hazelcast, attempts, listener, partitions);
  }

  /// An event comes for an owner's copy alone, too: then nothing is lost that had another.
  private static void note(PartitionLostEvent event, Set<Integer> partitions) {
    if (event.getLostBackupCount() >= BACKUPS) {
      partitions.add(event.getPartitionId());
    }
  }

  /// How many have been told.
  public int count() {
    return partitions.size();
  }

  @Override
  public void close() {
    if (hazelcast.getLifecycleService().isRunning()) {
      attempts.of(() -> hazelcast.getPartitionService().removePartitionLostListener(listener));
    }
  }
}
