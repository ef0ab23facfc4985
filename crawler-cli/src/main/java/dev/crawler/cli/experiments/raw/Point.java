package dev.crawler.cli.experiments.raw;

import java.util.List;

/// One contest of an experiment, and whether it was one: only crawls that were proven to be the
/// same work have rows. *Immutable.*
///
/// @param at what is varied, as in its rows
/// @param engines that took part
/// @param rounds that count
/// @param site options of the embedded site
/// @param crawl options of the crawl
/// @param flags of each engine's JVM, besides the usual ones
/// @param isEqual whether the proof holds
/// @param crawls that were compared
/// @param records of each
/// @param digest of the records, as in the proof of a comparison
/// @param requests of each
/// @param headroom how many times as much the site can serve, 0 where that is not known
/// @param differences what was not equal, a line each; empty when the proof holds
public record Point(
    Row at,
    List<String> engines,
    int rounds,
    List<String> site,
    List<String> crawl,
    List<String> flags,
    boolean isEqual,
    int crawls,
    long records,
    String digest,
    long requests,
    double headroom,
    List<String> differences) {
  /// Copies the lists.
  ///
  /// @throws IllegalArgumentException when it is equal and differs
  public Point {
    engines = List.copyOf(engines);
    site = List.copyOf(site);
    crawl = List.copyOf(crawl);
    flags = List.copyOf(flags);
    differences = List.copyOf(differences);
    if (isEqual != differences.isEmpty()) {
      throw new IllegalArgumentException("equal work has no differences: " + differences);
    }
  }
}
