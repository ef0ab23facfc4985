package dev.crawler.processes.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.partition.Partition;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Who is in a cluster and who holds what. *Thread-safe.*
public final class Membership {
  private final HazelcastInstance hazelcast;

  /// The cluster of a member or client.
  public Membership(HazelcastInstance hazelcast) {
    this.hazelcast = hazelcast;
  }

  /// The members that hold partitions.
  public Set<UUID> workers() {
    return hazelcast.getCluster().getMembers().stream()
        .filter(member -> !member.isLiteMember())
        .map(Member::getUuid)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The partitions of which that member is the owner just now; none before the first operation.
  public Set<Integer> owned(UUID member) {
    return hazelcast.getPartitionService().getPartitions().stream()
        .filter(partition -> isOwned(partition, member))
        .map(Partition::getPartitionId)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isOwned(Partition partition, UUID member) {
    var owner = partition.getOwner();
    return owner != null && owner.getUuid().equals(member);
  }
}
