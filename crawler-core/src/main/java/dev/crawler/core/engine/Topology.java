package dev.crawler.core.engine;

/// How the process that runs a crawl stands to the workers that do it.
public enum Topology {
  /// It starts the workers and is a member of their cluster, without a share of its content: it
  /// reaches each owner directly, and the cluster ends with the crawl.
  GRID,
  /// It is a client of a cluster that others started, perhaps on many machines: the cluster is
  /// there before it and after it.
  CLIENT
}
