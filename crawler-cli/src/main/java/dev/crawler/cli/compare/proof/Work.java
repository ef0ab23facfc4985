package dev.crawler.cli.compare.proof;

import dev.crawler.tck.server.RequestLog.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What one crawl did. *Immutable.*
///
/// @param engine that crawled
/// @param round from 1
/// @param records file with its records, without volatile fields
/// @param requests as many as the engine says it made
/// @param seen what the site was asked, where that is known
public record Work(String engine, int round, Path records, long requests, Optional<Seen> seen) {
  /// What a site was asked.
  ///
  /// @param requests in the order in which they ended
  /// @param whole whether all are there
  public record Seen(List<Request> requests, boolean whole) {
    /// Copies the list.
    public Seen {
      requests = List.copyOf(requests);
    }
  }
}
