package dev.crawler.cli.compare.report;

import java.util.ArrayList;
import java.util.List;

/// A table whose first column is for words and whose others are for numbers. *Confined to one
/// thread.*
final class Columns {
  private static final String INDENT = "  ";
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  Columns(String... head) {
    rows.add(List.of(head));
  }

  void row(List<String> cells) {
    if (cells.size() != rows.getFirst().size()) {
      throw new IllegalArgumentException(cells + " below " + rows.getFirst());
    }
    rows.add(List.copyOf(cells));
  }

  /// The lines, the head first.
  String text() {
    var text = new StringBuilder();
    for (var row : rows) {
      var line = new StringBuilder(INDENT).append(left(row.getFirst(), width(0)));
      for (int column = 1; column < row.size(); column++) {
        line.append(GAP).append(right(row.get(column), width(column)));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String left(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static String right(String text, int width) {
    return " ".repeat(width - text.length()) + text;
  }
}
