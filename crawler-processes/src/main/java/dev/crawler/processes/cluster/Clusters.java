package dev.crawler.processes.cluster;

import com.hazelcast.config.SerializationConfig;
import com.hazelcast.core.HazelcastInstance;
import java.util.List;
import java.util.function.Consumer;

/// Starts members and clients. *Thread-safe.*
public final class Clusters {
  private Clusters() {}

  /// Starts a member and has it join the others.
  ///
  /// @param more registers the serializers of the caller's own tasks
  /// @throws JoinRefusedException when those addressed will not have it
  public static HazelcastInstance startMember(
      MemberSettings settings, Consumer<SerializationConfig> more) {
    throw new UnsupportedOperationException();
  }

  /// Connects a client.
  ///
  /// @param more registers the serializers of the caller's own tasks
  /// @throws JoinRefusedException when there is no such cluster at any of the addresses
  public static HazelcastInstance connect(
      String clusterName, List<ClusterAddress> members, Consumer<SerializationConfig> more) {
    throw new UnsupportedOperationException();
  }
}
