package dev.crawler.processes;

import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.processes.coordinator.Deployment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Clusters in this JVM that crawls take turns on: as many as there were crawls at once.
/// *Thread-safe.*
final class InnerClusters implements AutoCloseable {
  private final int workers;
  private final Path folder;
  private final List<InnerCluster> all = new ArrayList<>();
  private final ArrayDeque<InnerCluster> free = new ArrayDeque<>();

  /// @param workers of each cluster
  InnerClusters(int workers, Path folder) {
    this.workers = workers;
    this.folder = folder;
  }

  /// An engine whose crawls they do.
  CrawlEngine engine() {
    return new ProcessesEngine((_, context) -> () -> lend(context.resolver()));
  }

  private synchronized Deployment lend(NameResolver names) throws IOException {
    if (free.isEmpty()) {
      var cluster = InnerCluster.of(workers, folder.resolve("cluster-" + all.size()));
      all.add(cluster);
      free.add(cluster);
    }
    var cluster = free.remove();
    return cluster.lend(names, () -> giveBack(cluster));
  }

  private synchronized void giveBack(InnerCluster cluster) {
    free.add(cluster);
  }

  @Override
  public synchronized void close() {
    all.forEach(InnerCluster::close);
  }
}
