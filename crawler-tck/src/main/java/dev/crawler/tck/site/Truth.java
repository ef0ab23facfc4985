package dev.crawler.tck.site;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an excellent crawler would find. *Immutable.*
///
/// @param records by key
/// @param overBudget distinct discovered URLs that the page budget left out
public record Truth(SortedMap<String, Expected> records, int overBudget) {
  /// Copies the map.
  public Truth {
    records = new TreeMap<>(records);
  }

  /// Keys of the URLs that are asked for.
  public List<String> fetched() {
    return records.values().stream()
        .filter(expected -> expected.status() != 0)
        .map(Expected::key)
        .toList();
  }
}
