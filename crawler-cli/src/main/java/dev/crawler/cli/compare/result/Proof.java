package dev.crawler.cli.compare.result;

import java.util.List;

/// Whether all crawls did the same work: the same records, the same requests, the same manners.
/// *Immutable.*
///
/// @param crawls that were compared with the first
/// @param records of each
/// @param digest SHA-256 of the sorted SHA-256s of its lines, which have no volatile fields
/// @param requests of each, robots.txt and retries included
/// @param witness who counted the requests
/// @param differences empty when the proof holds
public record Proof(
    int crawls,
    long records,
    String digest,
    long requests,
    Witness witness,
    List<Difference> differences) {
  /// Who says what was asked for.
  public enum Witness {
    /// The site, URL by URL. It also judges manners.
    SERVER,
    /// The engines, by number alone. Nobody judges their manners.
    ENGINES
  }

  /// Copies the list.
  public Proof {
    differences = List.copyOf(differences);
  }

  /// Whether figures may be compared.
  public boolean holds() {
    return differences.isEmpty();
  }
}
