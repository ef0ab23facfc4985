package dev.crawler.core.engine;

import java.util.List;

/// Who does the work of a crawl that is done by many processes; other engines do not look at it.
/// *Immutable.*
///
/// @param workers processes to start, 0 in a cluster that is there already
/// @param topology how we stand to them
/// @param cluster members of that cluster, `HOST:PORT` each; one that answers is enough. Empty in a
///   grid
/// @param name of that cluster, which keeps two apart; a grid makes up its own for each run
public record Crew(int workers, Topology topology, List<String> cluster, String name) {
  /// Two workers are the fewest of which one may die.
  public static final int WORKERS = 2;

  /// What a cluster is called when nobody names it.
  public static final String NAME = "crawler";

  /// Workers on this machine.
  public static final Crew DEFAULT = grid(WORKERS);

  /// Beyond this one machine has no use for more.
  private static final int MOST = 64;

  private static final int LONGEST_NAME = 100;

  /// Copies the list.
  ///
  /// @throws IllegalArgumentException naming what makes no sense
  public Crew {
    cluster = List.copyOf(cluster);
    cluster.forEach(Endpoint::of);
    requireName(name);
    switch (topology) {
      case GRID -> requireGrid(workers, cluster);
      case CLIENT -> requireClient(workers, cluster);
    }
  }

  /// So many workers, started by the crawl and ended with it.
  public static Crew grid(int workers) {
    return new Crew(workers, Topology.GRID, List.of(), NAME);
  }

  /// The workers of a cluster that is there already.
  public static Crew of(List<String> cluster, String name) {
    return new Crew(0, Topology.CLIENT, cluster, name);
  }

  /// Refuses what is no name of a cluster. It goes over the wire and into log lines.
  static void requireName(String name) {
    if (name.length() > LONGEST_NAME || !name.matches("[\\p{Alnum}][\\p{Alnum}._-]*")) {
      throw new IllegalArgumentException(
          "the name of a cluster is made of at most 100 letters, digits, '.', '_' and '-'");
    }
  }

  private static void requireGrid(int workers, List<String> cluster) {
    if (workers < 1 || workers > MOST) {
      throw new IllegalArgumentException(
          "workers must be from 1 to %d, not %d".formatted(MOST, workers));
    }
    if (!cluster.isEmpty()) {
      throw new IllegalArgumentException("a grid starts its own workers and joins no cluster");
    }
  }

  private static void requireClient(int workers, List<String> cluster) {
    if (workers != 0) {
      throw new IllegalArgumentException("a client starts no workers: its cluster has them");
    }
    if (cluster.isEmpty()) {
      throw new IllegalArgumentException("a client needs the address of a member of its cluster");
    }
  }
}
