package dev.crawler.cli.experiments.raw;

import dev.crawler.cli.compare.result.Machine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads observations back from their JSON form. Names that it does not know are skipped. *Confined
/// to one thread.*
public final class ObservationsReader {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonParser json;

  private ObservationsReader(JsonParser json) {
    this.json = json;
  }

  /// @throws IllegalArgumentException when the text is not that form, or of another version
  public static Observations read(String text) {
    try (var json = JSON.createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      return observations(new ObservationsReader(json).object());
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no raw data of an experiment: " + e.getMessage(), e);
    }
  }

  private static Observations observations(Fields fields) {
    if (fields.number("schema") != Observations.SCHEMA) {
      throw new IllegalArgumentException("raw data of another version, or none");
    }
    return new Observations(
        fields.text("experiment"),
        Instant.parse(fields.text("started_at")),
        fields.text("command"),
        machine(fields.object("machine")),
        (int) fields.number("seed"),
        fields.flag("quick"),
        fields.objects("points").stream().map(ObservationsReader::point).toList(),
        new Rows(fields.objects("rows").stream().map(ObservationsReader::row).toList()));
  }

  private static Machine machine(Fields fields) {
    return new Machine(
        (int) fields.number("cores"),
        (long) fields.number("memory_bytes"),
        fields.text("system"),
        fields.text("processor"),
        fields.text("java"),
        fields.texts("jvm_flags"),
        fields.number("load"));
  }

  private static Point point(Fields fields) {
    return new Point(
        row(fields.object("at")),
        fields.texts("engines"),
        (int) fields.number("rounds"),
        fields.texts("site"),
        fields.texts("crawl"),
        fields.texts("flags"),
        fields.flag("equal"),
        (int) fields.number("crawls"),
        (long) fields.number("records"),
        fields.text("records_sha256"),
        (long) fields.number("requests"),
        fields.number("headroom"),
        fields.texts("differences"));
  }

  private static Row row(Fields fields) {
    var row = Row.empty();
    for (var field : fields.values().entrySet()) {
      row =
          switch (field.getValue()) {
            case Double number -> row.with(field.getKey(), number);
            case String text -> row.with(field.getKey(), text);
            default -> row;
          };
    }
    return row;
  }

  /// Stands at its opening brace.
  private Fields object() {
    var values = new LinkedHashMap<String, Object>();
    for (var name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      values.put(name, value());
    }
    return new Fields(values);
  }

  private Object value() {
    return switch (json.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_STRING -> json.getString();
      default -> false;
    };
  }

  private List<Object> array() {
    var values = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      values.add(value());
    }
    return values;
  }

  /// The properties of an object, by name.
  private record Fields(Map<String, Object> values) {
    String text(String name) {
      return values.get(name) instanceof String text ? text : "";
    }

    double number(String name) {
      return values.get(name) instanceof Double number ? number : 0;
    }

    boolean flag(String name) {
      return Boolean.TRUE.equals(values.get(name));
    }

    Fields object(String name) {
      return values.get(name) instanceof Fields object ? object : new Fields(Map.of());
    }

    List<Fields> objects(String name) {
      return list(name).stream().filter(Fields.class::isInstance).map(Fields.class::cast).toList();
    }

    List<String> texts(String name) {
      return list(name).stream().map(String::valueOf).toList();
    }

    private List<?> list(String name) {
      return values.get(name) instanceof List<?> list ? list : List.of();
    }
  }
}
