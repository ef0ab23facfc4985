package dev.crawler.core.record;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads a line of an earlier output, as [RecordJson] wrote it, into the values of its fields.
/// Names that it does not know are skipped, so that a later version may add some. *Confined to one
/// thread.*
final class RecordParser {
  private static final int LONGEST_TEXT = 100 << 20;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
          .build();
  private static final Map<String, RecordField> FIELDS = fields();

  private final JsonParser json;

  private RecordParser(JsonParser json) {
    this.json = json;
  }

  /// The values by field: a text, a number, a truth value, a list of texts, a
  /// [PageRecord.RobotsMeta] or [Absent] for null.
  ///
  /// @throws IllegalArgumentException when the line is no record, with what is wrong with it
  static Map<RecordField, Object> parse(byte[] line, int length) {
    try (var json = JSON.createParser(ObjectReadContext.empty(), line, 0, length)) {
      return new RecordParser(json).record();
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
  }

  /// Null, where a map cannot hold it.
  enum Absent {
    VALUE
  }

  private static Map<String, RecordField> fields() {
    var fields = new HashMap<String, RecordField>();
    for (var field : RecordField.values()) {
      fields.put(field.label(), field);
    }
    return Map.copyOf(fields);
  }

  private Map<RecordField, Object> record() {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("no JSON object");
    }
    var values = new EnumMap<RecordField, Object>(RecordField.class);
    for (var name = json.nextName(); name != null; name = json.nextName()) {
      var token = json.nextToken();
      var field = FIELDS.get(name);
      if (field == null) {
        json.skipChildren();
      } else {
        values.put(field, value(token));
      }
    }
    if (json.nextToken() != null) {
      throw new IllegalArgumentException("more than one JSON object");
    }
    return values;
  }

  private Object value(JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> json.getString();
      case VALUE_NUMBER_INT -> json.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> Absent.VALUE;
      case START_ARRAY -> texts();
      case START_OBJECT -> robots();
      default ->
          throw new IllegalArgumentException(
              "a value that no record has: " + token.name().toLowerCase(Locale.ROOT));
    };
  }

  private List<String> texts() {
    var texts = new ArrayList<String>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.VALUE_STRING) {
        throw new IllegalArgumentException("a list of something else than texts");
      }
      texts.add(json.getString());
    }
    return texts;
  }

  private PageRecord.RobotsMeta robots() {
    boolean index = true;
    boolean follow = true;
    for (var name = json.nextName(); name != null; name = json.nextName()) {
      boolean value = json.nextToken() == JsonToken.VALUE_TRUE;
      json.skipChildren();
      index = name.equals("index") ? value : index;
      follow = name.equals("follow") ? value : follow;
    }
    return new PageRecord.RobotsMeta(index, follow);
  }
}
