package dev.crawler.cli.compare.page;

import dev.crawler.cli.compare.result.EngineFigures;
import dev.crawler.cli.compare.result.Quantity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Who is ahead in one quantity, and who cannot be told from them: those whose spread overlaps that
/// of the first. *Immutable.*
///
/// @param quantity that is compared
/// @param engines the one with the best median first; more than one are equal within the spread
/// @param followers the others, best first
record Lead(Quantity quantity, List<EngineFigures> engines, List<EngineFigures> followers) {
  /// The lead where less is better, empty when not every engine has the quantity.
  static Optional<Lead> ofLeast(Quantity quantity, List<EngineFigures> figures) {
    return of(quantity, figures, Comparator.naturalOrder());
  }

  /// The lead where more is better.
  static Optional<Lead> ofMost(Quantity quantity, List<EngineFigures> figures) {
    return of(quantity, figures, Comparator.reverseOrder());
  }

  private static Optional<Lead> of(
      Quantity quantity, List<EngineFigures> figures, Comparator<Double> better) {
    if (figures.isEmpty() || figures.stream().anyMatch(one -> one.of(quantity).isEmpty())) {
      return Optional.empty();
    }
    var sorted =
        figures.stream()
            .sorted(Comparator.comparing((EngineFigures one) -> one.median(quantity), better))
            .toList();
    var best = sorted.getFirst().of(quantity).orElseThrow();
    var equal =
        sorted.stream().filter(one -> one.of(quantity).orElseThrow().overlaps(best)).toList();
    return Optional.of(
        new Lead(quantity, equal, sorted.stream().filter(one -> !equal.contains(one)).toList()));
  }

  /// Whether one is ahead of all others in every round.
  boolean isClear() {
    return engines.size() == 1;
  }

  EngineFigures first() {
    return engines.getFirst();
  }

  List<String> names() {
    return engines.stream().map(EngineFigures::engine).toList();
  }
}
