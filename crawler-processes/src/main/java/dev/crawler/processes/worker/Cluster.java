package dev.crawler.processes.worker;

import com.hazelcast.core.HazelcastInstance;
import dev.crawler.processes.cluster.Membership;
import java.util.Set;
import java.util.UUID;

/// The cluster as this member sees it. *Thread-safe.*
///
/// @param self the member
record Cluster(UUID self, Membership membership) {
  static Cluster of(HazelcastInstance member) {
    return new Cluster(member.getCluster().getLocalMember().getUuid(), new Membership(member));
  }

  /// The partitions that this member owns.
  Set<Integer> owned() {
    return membership.owned(self);
  }

  Set<UUID> workers() {
    return membership.workers();
  }
}
