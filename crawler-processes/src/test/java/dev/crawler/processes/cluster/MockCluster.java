package dev.crawler.processes.cluster;

import com.hazelcast.client.test.TestHazelcastFactory;
import com.hazelcast.core.HazelcastInstance;
import dev.crawler.core.engine.Endpoint;
import dev.crawler.processes.job.Orders;
import java.util.List;

/// Members on Hazelcast's mock network: all in this JVM, no socket. Configured as the real ones
/// are. *Confined to its test.*
public final class MockCluster implements AutoCloseable {
  private static final Endpoint ANYWHERE = new Endpoint("127.0.0.1", 5701);

  private final TestHazelcastFactory factory = new TestHazelcastFactory();
  private final boolean byCoordinator;

  private MockCluster(boolean byCoordinator) {
    this.byCoordinator = byCoordinator;
  }

  /// Whose quorum is the majority of its workers.
  public static MockCluster ofWorkers() {
    return new MockCluster(false);
  }

  /// Whose quorum is its coordinator.
  public static MockCluster ofGrid() {
    return new MockCluster(true);
  }

  /// Starts a member.
  public HazelcastInstance start(Role role) {
    return start("crawl", role);
  }

  HazelcastInstance start(String clusterName, Role role) {
    var settings = new MemberSettings(clusterName, role, ANYWHERE, List.of(), byCoordinator);
    Quiet.begin();
    var member = factory.newHazelcastInstance(MemberConfig.of(settings, Orders::register));
    Arrival.awaitQuorum(member);
    return member;
  }

  @Override
  public void close() {
    factory.terminateAll();
  }
}
