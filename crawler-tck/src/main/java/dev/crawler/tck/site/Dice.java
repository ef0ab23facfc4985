package dev.crawler.tck.site;

import java.util.List;

/// Reproducible chance: the same path of questions from the same seed gives the same answers, on
/// every machine (SplitMix64's finaliser). *Immutable.*
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long state;

  private Dice(long state) {
    this.state = state;
  }

  static Dice of(long seed) {
    return new Dice(mixed(seed + GOLDEN));
  }

  /// Independent dice for a part of what these stand for.
  Dice with(long part) {
    return new Dice(mixed(state + GOLDEN * (part + 1)));
  }

  /// Independent dice for a question.
  Dice with(String question) {
    return with(question.hashCode());
  }

  /// From 0 to one less than the bound.
  int below(int bound) {
    return (int) Long.remainderUnsigned(mixed(state ^ GOLDEN), bound);
  }

  boolean chance(int percent) {
    return below(100) < percent;
  }

  <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  private static long mixed(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
