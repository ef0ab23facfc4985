package dev.crawler.processes.cluster;

import com.hazelcast.cluster.Member;

/// Hears what happens to a cluster, on threads of Hazelcast's that must not be held up: note it and
/// return.
public interface MembershipListener {
  /// A member is in.
  default void joined(Member member) {}

  /// A member is gone, by its own will or not.
  default void left(Member member) {}
}
