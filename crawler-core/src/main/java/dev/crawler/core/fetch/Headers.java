package dev.crawler.core.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Header fields of an answer, in the order they came. Names are compared without case (RFC 9110
/// section 5.1). *Immutable.*
public record Headers(List<Field> fields) {
  /// One field line; the value is trimmed.
  public record Field(String name, String value) {}

  /// No fields.
  public static final Headers NONE = new Headers(List.of());

  /// Copies the list.
  public Headers {
    fields = List.copyOf(fields);
  }

  /// Fields from alternating names and values, as tests write them.
  public static Headers of(String... namesAndValues) {
    var fields = new ArrayList<Field>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new Headers(fields);
  }

  /// The value of the first field of that name.
  public Optional<String> first(String name) {
    for (var field : fields) {
      if (field.name().equalsIgnoreCase(name)) {
        return Optional.of(field.value());
      }
    }
    return Optional.empty();
  }

  /// The values of all fields of that name, in order.
  public List<String> all(String name) {
    var values = new ArrayList<String>();
    for (var field : fields) {
      if (field.name().equalsIgnoreCase(name)) {
        values.add(field.value());
      }
    }
    return values;
  }
}
