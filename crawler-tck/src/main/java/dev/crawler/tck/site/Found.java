package dev.crawler.tck.site;

import java.util.Comparator;

/// A URL on one of the ways to it. *Immutable.*
///
/// @param key of the URL
/// @param rank how far along the way
/// @param referrer key of the page it was found on; empty for a seed, which is smaller than any
record Found(String key, Rank rank, String referrer) {
  /// How far a way is: by links first, then by redirects since the last link. *Immutable.*
  record Rank(int depth, int hops) implements Comparable<Rank> {
    static final Rank SEED = new Rank(0, 0);
    private static final Comparator<Rank> ORDER =
        Comparator.comparingInt(Rank::depth).thenComparingInt(Rank::hops);

    Rank afterLink() {
      return new Rank(depth + 1, 0);
    }

    Rank afterRedirect() {
      return new Rank(depth, hops + 1);
    }

    @Override
    public int compareTo(Rank other) {
      return ORDER.compare(this, other);
    }
  }

  private static final Comparator<Found> ORDER =
      Comparator.comparing(Found::rank).thenComparing(Found::referrer);

  static Found nearer(Found a, Found b) {
    return ORDER.compare(a, b) <= 0 ? a : b;
  }

  Found link(String target) {
    return new Found(target, rank.afterLink(), key);
  }

  Found redirect(String target) {
    return new Found(target, rank.afterRedirect(), referrer);
  }
}
