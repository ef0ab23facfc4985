package dev.crawler.tck.odd;

import java.util.List;
import java.util.Random;

/// Choices out of a seed. *Confined to one thread.*
final class Chance {
  private final Random random;

  Chance(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /// The first one most often: what is odd everywhere is refused at its first oddity.
  String usually(int chance, List<String> choices) {
    return percent(chance) ? choices.getFirst() : choices.get(below(choices.size()));
  }

  String any(List<String> choices) {
    return choices.get(below(choices.size()));
  }
}
