package dev.crawler.cli.experiments.finding;

import java.util.ArrayList;
import java.util.List;

/// Figures under heads. *Immutable.*
///
/// @param title what they are
/// @param heads of the columns
/// @param rows a cell for each head
public record Table(String title, List<String> heads, List<List<String>> rows) {
  /// Copies the lists.
  ///
  /// @throws IllegalArgumentException when a row has other columns
  public Table {
    heads = List.copyOf(heads);
    rows = rows.stream().map(List::copyOf).toList();
    for (var row : rows) {
      if (row.size() != heads.size()) {
        throw new IllegalArgumentException(row + " under " + heads);
      }
    }
  }

  /// One without rows.
  public static Table of(String title, String... heads) {
    return new Table(title, List.of(heads), List.of());
  }

  /// The same with a row more.
  public Table row(List<String> cells) {
    var more = new ArrayList<>(rows);
    more.add(cells);
    return new Table(title, heads, more);
  }

  /// The same with a row more.
  public Table row(String... cells) {
    return row(List.of(cells));
  }
}
