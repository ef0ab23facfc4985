package dev.crawler.cli.terminal;

import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/// A notice as one JSON object in ASCII: what came from the network cannot end the line, and cannot
/// harm a terminal either. *No state.*
final class LogLine {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private LogLine() {}

  /// The line without its end.
  static String of(Notice notice, Instant time) {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("time", MILLIS.format(time));
      json.writeStringProperty("level", notice.level().name().toLowerCase(Locale.ROOT));
      json.writeStringProperty("event", notice.event());
      json.writeStringProperty("message", String.join("; ", notice.lines()));
      notice.fields().writeTo(json);
      json.writeEndObject();
    }
    return text.toString().replace("\u007F", "\\u007F");
  }
}
