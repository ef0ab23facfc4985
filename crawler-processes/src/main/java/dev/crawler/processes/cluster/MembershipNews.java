package dev.crawler.processes.cluster;

import com.hazelcast.cluster.MembershipEvent;

/// Hazelcast's events in our words. *Immutable.*
record MembershipNews(MembershipListener listener)
    implements com.hazelcast.cluster.MembershipListener {
  @Override
  public void memberAdded(MembershipEvent event) {
    listener.joined(event.getMember());
  }

  @Override
  public void memberRemoved(MembershipEvent event) {
    listener.left(event.getMember());
  }
}
