package dev.crawler.processes.coordinator;

import com.hazelcast.core.HazelcastInstance;
import dev.crawler.core.engine.Crew;
import dev.crawler.core.engine.Endpoint;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.processes.cluster.Clusters;
import dev.crawler.processes.job.Orders;
import java.util.Optional;

/// The workers of a cluster that is there already; the coordinator is its client. *Thread-safe.*
public final class RemoteCluster implements Deployment {
  private final HazelcastInstance client;
  private final CrawlListener listener;

  private RemoteCluster(HazelcastInstance client, CrawlListener listener) {
    this.client = client;
    this.listener = listener;
  }

  /// Connects.
  ///
  /// @param listener hears of workers that are lost
  public static RemoteCluster connect(Crew crew, CrawlListener listener) {
    var members = crew.cluster().stream().map(Endpoint::of).toList();
    var client = Clusters.connect(crew.name(), members, Orders::register);
    return new RemoteCluster(client, listener);
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

  /// Each has a disk of its own.
  @Override
  public Optional<String> unwritable() {
    return Optional.empty();
  }

  @Override
  public void left(int number) {
    listener.workerLost("w" + number, "it has left the cluster; the others go on with its hosts");
  }

  @Override
  public boolean hasEnded(int number) {
    return false;
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
