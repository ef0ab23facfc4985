package dev.crawler.cli.experiments.raw;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/// One flat line of raw data: names with a number or a text each, in their order. *Immutable.*
public final class Row {
  /// The name that says what kind of thing the row is about.
  public static final String KIND = "kind";

  /// The name of the engine that it is about.
  public static final String ENGINE = "engine";

  private final Map<String, Object> values;

  private Row(Map<String, Object> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /// One without anything.
  public static Row empty() {
    return new Row(Map.of());
  }

  /// One of that kind, and nothing else yet.
  public static Row of(String kind) {
    return empty().with(KIND, kind);
  }

  /// The same with a text more.
  public Row with(String name, String text) {
    return and(name, text);
  }

  /// The same with a number more, to six digits; without it when it is none.
  public Row with(String name, double number) {
    return Double.isFinite(number) ? and(name, rounded(number)) : this;
  }

  /// The same with all of another row.
  public Row with(Row more) {
    var both = new LinkedHashMap<>(values);
    both.putAll(more.values);
    return new Row(both);
  }

  private Row and(String name, Object value) {
    var more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Row(more);
  }

  /// Each name with a [String] or a [Double].
  public Map<String, Object> values() {
    return values;
  }

  /// A text, or empty.
  public String text(String name) {
    return values.get(name) instanceof String text ? text : "";
  }

  /// A number, where there is one.
  public OptionalDouble number(String name) {
    return values.get(name) instanceof Double number
        ? OptionalDouble.of(number)
        : OptionalDouble.empty();
  }

  /// A number, or 0.
  public double orZero(String name) {
    return number(name).orElse(0);
  }

  private static double rounded(double value) {
    if (value == 0) {
      return 0;
    }
    double scale = Math.pow(10, 5 - Math.floor(Math.log10(Math.abs(value))));
    double result = Math.round(value * scale) / scale;
    return Math.abs(value) >= 1e6 ? Math.rint(result) : result;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Row row && values.equals(row.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
