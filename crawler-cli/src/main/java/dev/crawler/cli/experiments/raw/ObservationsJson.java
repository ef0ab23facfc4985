package dev.crawler.cli.experiments.raw;

import dev.crawler.cli.compare.result.Machine;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes observations: one JSON object, with a line for each contest and each row, so that two
/// runs can be compared line by line. *Confined to one thread.*
public final class ObservationsJson {
  private static final JsonFactory JSON = new JsonFactory();

  private ObservationsJson() {}

  /// The object, with a line end.
  public static String of(Observations seen) {
    var text = new StringBuilder("{\n");
    text.append(field("schema", json -> json.writeNumber(Observations.SCHEMA)));
    text.append(field("experiment", json -> json.writeString(seen.experiment())));
    text.append(field("started_at", json -> json.writeString(seen.startedAt().toString())));
    text.append(field("command", json -> json.writeString(seen.command())));
    text.append(field("machine", json -> write(json, seen.machine())));
    text.append(field("seed", json -> json.writeNumber(seen.seed())));
    text.append(field("quick", json -> json.writeBoolean(seen.isQuick())));
    text.append(array("points", seen.points().stream().map(ObservationsJson::line).toList()))
        .append(",\n");
    text.append(array("rows", seen.rows().all().stream().map(ObservationsJson::line).toList()));
    return text.append("\n}\n").toString();
  }

  @FunctionalInterface
  private interface Writing {
    void to(JsonGenerator json);
  }

  private static String field(String name, Writing value) {
    return "\"%s\": %s,%n".formatted(name, text(value));
  }

  private static String array(String name, List<String> lines) {
    return lines.isEmpty()
        ? "\"" + name + "\": []"
        : "\"" + name + "\": [\n" + String.join(",\n", lines) + "\n]";
  }

  private static String line(Point point) {
    return text(json -> {
      json.writeStartObject();
      json.writeName("at");
      write(json, point.at());
      texts(json, "engines", point.engines());
      json.writeNumberProperty("rounds", point.rounds());
      texts(json, "site", point.site());
      texts(json, "crawl", point.crawl());
      texts(json, "flags", point.flags());
      json.writeBooleanProperty("equal", point.isEqual());
      json.writeNumberProperty("crawls", point.crawls());
      json.writeNumberProperty("records", point.records());
      json.writeStringProperty("records_sha256", point.digest());
      json.writeNumberProperty("requests", point.requests());
      json.writeNumberProperty("headroom", point.headroom());
      texts(json, "differences", point.differences());
      json.writeEndObject();
    });
  }

  private static String line(Row row) {
    return text(json -> write(json, row));
  }

  private static void write(JsonGenerator json, Row row) {
    json.writeStartObject();
    row.values()
        .forEach((name, value) -> {
          switch (value) {
            case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
                json.writeNumberProperty(name, number.longValue());
            case Double number -> json.writeNumberProperty(name, number);
            default -> json.writeStringProperty(name, value.toString());
          }
        });
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Machine machine) {
    json.writeStartObject();
    json.writeNumberProperty("cores", machine.cores());
    json.writeNumberProperty("memory_bytes", machine.memoryBytes());
    json.writeStringProperty("system", machine.system());
    json.writeStringProperty("processor", machine.processor());
    json.writeStringProperty("java", machine.java());
    texts(json, "jvm_flags", machine.flags());
    json.writeNumberProperty("load", machine.load());
    json.writeEndObject();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  private static String text(Writing value) {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      value.to(json);
    }
    return text.toString();
  }
}
