package dev.crawler.processes.coordinator;

import com.hazelcast.core.HazelcastInstance;
import dev.crawler.core.engine.Crew;
import dev.crawler.core.engine.Endpoint;
import dev.crawler.processes.cluster.Clusters;
import dev.crawler.processes.job.Orders;
import java.util.Optional;

/// The workers of a cluster that is there already; the coordinator is its client. *Thread-safe.*
public final class RemoteCluster implements Deployment {
  private final HazelcastInstance client;

  private RemoteCluster(HazelcastInstance client) {
    this.client = client;
  }

  /// Connects.
  public static RemoteCluster connect(Crew crew) {
    var members = crew.cluster().stream().map(Endpoint::of).toList();
    return new RemoteCluster(Clusters.connect(crew.name(), members, Orders::register));
  }

  @Override
  public HazelcastInstance hazelcast() {
    return client;
  }

  @Override
  public int workers() {
    return 1;
  }

  @Override
  public Optional<String> exhausted() {
    return Optional.empty();
  }

  @Override
  public boolean outlivesCrawl() {
    return true;
  }

  @Override
  public void close() {
    client.shutdown();
  }
}
