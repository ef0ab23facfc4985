package dev.crawler.core.engine;

import java.nio.file.Path;
import java.util.List;

/// What a process needs to become a worker of a cluster. *Immutable.*
///
/// @param listen where it is reached, by the other workers too
/// @param join members that are there already, or will be; empty for the first
/// @param clusterName whom it takes for its own
/// @param exposed whether the user said that other machines may reach it
/// @param folder for its part files; nobody else's
/// @param kept whether the folder stays when nobody leads the worker any more
public record WorkerSettings(
    Endpoint listen,
    List<Endpoint> join,
    String clusterName,
    boolean exposed,
    Path folder,
    boolean kept) {
  /// With a folder that goes with the crawl.
  public WorkerSettings(
      Endpoint listen, List<Endpoint> join, String clusterName, boolean exposed, Path folder) {
    this(listen, join, clusterName, exposed, folder, false);
  }

  /// Copies the list.
  ///
  /// @throws IllegalArgumentException when other machines could reach it and nobody said so
  public WorkerSettings {
    join = List.copyOf(join);
    Crew.requireName(clusterName);
    if (!exposed && !listen.isLoopback()) {
      throw new IllegalArgumentException(listen + " can be reached from other machines");
    }
  }
}
