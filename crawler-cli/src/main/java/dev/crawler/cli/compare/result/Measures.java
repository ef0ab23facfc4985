package dev.crawler.cli.compare.result;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;

/// What was measured of one crawl. *Immutable.*
public final class Measures {
  private final Map<Quantity, Double> values;

  private Measures(Map<Quantity, Double> values) {
    this.values = Collections.unmodifiableMap(new EnumMap<>(values));
  }

  /// A copy of these; what is no number is left out.
  public static Measures of(Map<Quantity, Double> values) {
    var numbers = new EnumMap<Quantity, Double>(Quantity.class);
    values.forEach((quantity, value) -> {
      if (Double.isFinite(value)) {
        numbers.put(quantity, value);
      }
    });
    return new Measures(numbers);
  }

  /// The value, where there is one: no engine but some has an event loop.
  public OptionalDouble of(Quantity quantity) {
    var value = values.get(quantity);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /// The value, or 0.
  public double orZero(Quantity quantity) {
    return of(quantity).orElse(0);
  }

  /// All there are, in the order of the quantities.
  public void forEach(BiConsumer<Quantity, Double> action) {
    values.forEach(action);
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
