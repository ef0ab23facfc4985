package dev.crawler.cli.report;

import java.util.Comparator;
import java.util.TreeSet;

/// Pages that are nearly the same. *Confined to one thread.*
final class DuplicateGroup {
  /// The greatest first; equal ones in the order of their first examples.
  static final Comparator<DuplicateGroup> GREATEST_FIRST =
      Comparator.comparingInt((DuplicateGroup group) -> -group.pages)
          .thenComparing(group -> group.examples.first());

  private static final int EXAMPLES = 3;

  private final int pages;
  private final TreeSet<String> examples = new TreeSet<>();

  DuplicateGroup(int pages) {
    this.pages = pages;
  }

  /// Takes in the URL of one of its pages; the first ones by their text are kept, whenever they
  /// come.
  void add(String url) {
    examples.add(url);
    if (examples.size() > EXAMPLES) {
      examples.pollLast();
    }
  }

  int pages() {
    return pages;
  }

  Iterable<String> examples() {
    return examples;
  }

  /// The examples, cut where they are long.
  String told() {
    var told = new StringBuilder();
    for (var url : examples) {
      told.append(told.isEmpty() ? "" : " ").append(Losses.cut(url));
    }
    return told.toString();
  }
}
