package dev.crawler.processes.cluster;

import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.partition.MigrationListener;
import com.hazelcast.partition.MigrationState;
import com.hazelcast.partition.PartitionLostEvent;
import com.hazelcast.partition.PartitionLostListener;
import com.hazelcast.partition.ReplicaMigrationEvent;

/// Hazelcast's events in our words. *Immutable.*
record MembershipNews(MembershipListener listener)
    implements com.hazelcast.cluster.MembershipListener, PartitionLostListener, MigrationListener {
  /// Copies of a partition beside the one its owner has.
  private static final int BACKUPS = 1;

  @Override
  public void memberAdded(MembershipEvent event) {
    listener.joined(event.getMember());
  }

  @Override
  public void memberRemoved(MembershipEvent event) {
    listener.left(event.getMember());
  }

  /// Fires for an owner's copy alone, too: then nothing is lost that had another.
  @Override
  public void partitionLost(PartitionLostEvent event) {
    if (event.getLostBackupCount() >= BACKUPS) {
      listener.lost(event.getPartitionId());
    }
  }

  @Override
  public void migrationStarted(MigrationState state) {}

  @Override
  public void migrationFinished(MigrationState state) {
    listener.moved();
  }

  @Override
  public void replicaMigrationCompleted(ReplicaMigrationEvent event) {
    listener.moved();
  }

  @Override
  public void replicaMigrationFailed(ReplicaMigrationEvent event) {}
}
