package dev.crawler.cli.experiments.raw;

import dev.crawler.cli.compare.result.Spread;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Rows, and the questions that are put to them. *Immutable.*
///
/// @param all of them, in the order in which they were noted
public record Rows(List<Row> all) {
  /// Copies the list.
  public Rows {
    all = List.copyOf(all);
  }

  /// Those of a kind.
  public Rows kind(String kind) {
    return where(Row.KIND, kind);
  }

  /// Those of an engine.
  public Rows engine(String engine) {
    return where(Row.ENGINE, engine);
  }

  /// Those of some engines.
  public Rows engines(Collection<String> engines) {
    return new Rows(all.stream().filter(row -> engines.contains(row.text(Row.ENGINE))).toList());
  }

  /// Those with that text.
  public Rows where(String name, String text) {
    return new Rows(all.stream().filter(row -> row.text(name).equals(text)).toList());
  }

  /// Those with that number.
  public Rows where(String name, double number) {
    return new Rows(
        all.stream()
            .filter(row -> row.number(name).isPresent() && row.orZero(name) == number)
            .toList());
  }

  /// Whether there are none.
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /// The engines in them, in the order in which they first come.
  public List<String> engines() {
    return texts(Row.ENGINE);
  }

  /// The different texts of that name, in the order in which they first come.
  public List<String> texts(String name) {
    return all.stream()
        .map(row -> row.text(name))
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  /// The different numbers of that name, least first.
  public List<Double> numbers(String name) {
    return values(name).stream().distinct().sorted().toList();
  }

  /// The numbers of that name, one for each row that has it.
  public List<Double> values(String name) {
    return all.stream().flatMap(row -> row.number(name).stream().boxed()).toList();
  }

  /// Median, least and most of a name, where some row has it.
  public Optional<Spread> spread(String name) {
    var values = values(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(Spread.of(values));
  }

  /// The median of a name, where some row has it.
  public OptionalDouble median(String name) {
    var spread = spread(name);
    return spread.isPresent() ? OptionalDouble.of(spread.get().median()) : OptionalDouble.empty();
  }

  /// The median of a name, or not a number.
  public double medianOrNaN(String name) {
    return median(name).orElse(Double.NaN);
  }
}
