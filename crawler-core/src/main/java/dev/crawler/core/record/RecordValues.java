package dev.crawler.core.record;

import dev.crawler.core.fetch.Validators;
import dev.crawler.core.simhash.SimHash;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The values that a line of an output has, each of the kind that its field wants. What is asked of
/// it throws [IllegalArgumentException], naming the field, where a value is of another kind.
/// *Confined to one thread.*
final class RecordValues {
  private final Map<RecordField, Object> values;

  private RecordValues(Map<RecordField, Object> values) {
    this.values = values;
  }

  /// Reads the line in the first bytes of an array.
  ///
  /// @throws IllegalArgumentException when it is no record, with what is wrong with it
  static RecordValues of(byte[] line, int length) {
    var record = new RecordValues(RecordParser.parse(line, length));
    var schema = record.values.get(RecordField.SCHEMA);
    if (schema != null && !schema.equals((long) PageRecord.SCHEMA)) {
      throw new IllegalArgumentException("schema " + schema + " is not known");
    }
    if (!(record.values.get(RecordField.URL) instanceof String)) {
      throw new IllegalArgumentException("no record: it has no url");
    }
    return record;
  }

  /// Whether the line has all those fields, be it with null.
  boolean has(Set<RecordField> fields) {
    return values.keySet().containsAll(fields);
  }

  /// Whether the value of a field is true.
  boolean isTrue(RecordField field) {
    return Boolean.TRUE.equals(values.get(field));
  }

  /// Whether the value of a field is false.
  boolean isFalse(RecordField field) {
    return Boolean.FALSE.equals(values.get(field));
  }

  @Nullable String text(RecordField field) {
    return optional(field, String.class);
  }

  String requiredText(RecordField field) {
    return required(field, String.class);
  }

  /// A list; empty where it is left out.
  List<String> texts(RecordField field) {
    return switch (values.get(field)) {
      case null -> List.of();
      case List<?> list -> list.stream().map(String.class::cast).toList();
      default -> throw new IllegalArgumentException(field.label() + " is no list");
    };
  }

  OptionalInt number(RecordField field) {
    var number = longNumber(field);
    if (number == null) {
      return OptionalInt.empty();
    }
    if (number != number.intValue()) {
      throw new IllegalArgumentException(field.label() + " is too large: " + number);
    }
    return OptionalInt.of(number.intValue());
  }

  @Nullable Long longNumber(RecordField field) {
    return optional(field, Long.class);
  }

  /// What is said of the body; null when nothing is.
  PageRecord.@Nullable Content content() {
    var bytes = longNumber(RecordField.BYTES);
    return bytes == null
        ? null
        : new PageRecord.Content(
            text(RecordField.CONTENT_TYPE),
            text(RecordField.CHARSET),
            text(RecordField.CHARSET_SOURCE),
            bytes,
            required(RecordField.TRUNCATED, Boolean.class),
            requiredText(RecordField.SHA256));
  }

  /// What is said of an HTML page; null when nothing is.
  PageRecord.@Nullable Html html() {
    return values.get(RecordField.ROBOTS) instanceof PageRecord.RobotsMeta robots
        ? new PageRecord.Html(
            text(RecordField.TITLE),
            text(RecordField.DESCRIPTION),
            text(RecordField.CANONICAL),
            text(RecordField.LANG),
            robots,
            simHash())
        : null;
  }

  private @Nullable SimHash simHash() {
    var digits = text(RecordField.SIMHASH);
    return digits == null ? null : SimHash.parse(digits);
  }

  Validators validators() {
    return new Validators(text(RecordField.ETAG), text(RecordField.LAST_MODIFIED));
  }

  private <T> @Nullable T optional(RecordField field, Class<T> type) {
    return switch (values.get(field)) {
      case null -> null;
      case RecordParser.Absent _ -> null;
      default -> required(field, type);
    };
  }

  private <T> T required(RecordField field, Class<T> type) {
    var value = values.get(field);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(field.label() + " is not what it should be");
    }
    return type.cast(value);
  }
}
