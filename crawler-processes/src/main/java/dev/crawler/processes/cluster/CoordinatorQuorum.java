package dev.crawler.processes.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.splitbrainprotection.SplitBrainProtectionFunction;
import java.util.Collection;

/// The part of a torn cluster that has the coordinator goes on. *Immutable.*
final class CoordinatorQuorum implements SplitBrainProtectionFunction {
  @Override
  public boolean apply(Collection<Member> members) {
    return members.stream().anyMatch(Member::isLiteMember);
  }
}
