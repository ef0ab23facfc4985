package dev.crawler.core.simhash;

import java.util.Arrays;

/// Which hashes belong together: a forest over their values in ascending order, where each tree is
/// a group and its smallest value is the root. *Confined to one thread.*
public final class DuplicateGroups {
  private final long[] values;
  private final int[] parents;
  private boolean cut;

  /// Groups of one each.
  ///
  /// @param values ascending, each once
  DuplicateGroups(long[] values) {
    this.values = values;
    this.parents = new int[values.length];
    Arrays.setAll(parents, i -> i);
  }

  void join(long one, long other) {
    int first = of(one);
    int second = of(other);
    parents[Math.max(first, second)] = Math.min(first, second);
  }

  void cut() {
    cut = true;
  }

  /// The number of the group of a hash: below [#bound()], the same for all hashes in it.
  int of(long hash) {
    int at = Arrays.binarySearch(values, hash);
    while (parents[at] != at) {
      parents[at] = parents[parents[at]]; // halves the way for those who come next
      at = parents[at];
    }
    return at;
  }

  /// Above all numbers of groups.
  public int bound() {
    return values.length;
  }

  /// Whether so many hashes were alike in a block that not all of them were compared.
  public boolean isCut() {
    return cut;
  }
}
