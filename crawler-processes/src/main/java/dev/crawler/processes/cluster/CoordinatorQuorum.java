package dev.crawler.processes.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.splitbrainprotection.SplitBrainProtectionFunction;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The part of a torn cluster that has the coordinator goes on. *Thread-safe.*
final class CoordinatorQuorum implements SplitBrainProtectionFunction, HazelcastInstanceAware {
  private volatile @Nullable HazelcastInstance hazelcast;

  @Override
  public void setHazelcastInstance(HazelcastInstance instance) {
    hazelcast = instance;
  }

  /// Called by Hazelcast when a member comes or goes and once a second, with those members only
  /// that hold partitions: the coordinator is not among them.
  @Override
  public boolean apply(Collection<Member> holders) {
    var instance = hazelcast;
    return instance != null
        && instance.getCluster().getMembers().stream()
            .anyMatch(
                member -> Role.COORDINATOR.attribute().equals(member.getAttribute(Role.ATTRIBUTE)));
  }
}
