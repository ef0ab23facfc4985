package dev.crawler.core.record;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// Writes a record as one JSON object, with the names and the order of the contract. *Thread-safe.*
final class RecordJson implements RecordFormat {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .characterEscapes(ControlEscapes.INSTANCE)
          .build();

  private final RecordField[] fields;

  RecordJson(RecordFields fields) {
    this.fields = fields.inOrder();
  }

  @Override
  public void write(PageRecord page, Writer out) throws IOException {
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      var values = new Values(json);
      json.writeStartObject();
      for (var field : fields) {
        if (FieldValues.isSaid(field, page)) {
          json.writeName(field.label());
          FieldValues.write(field, page, values);
        }
      }
      json.writeEndObject();
    }
  }

  @Override
  public String lineEnd() {
    return "\n";
  }

  private record Values(JsonGenerator json) implements FieldWriter {
    @Override
    public void text(@Nullable String text) {
      if (text == null) {
        json.writeNull();
      } else {
        json.writeString(text);
      }
    }

    @Override
    public void number(long number) {
      json.writeNumber(number);
    }

    @Override
    public void flag(boolean flag) {
      json.writeBoolean(flag);
    }

    @Override
    public void texts(List<String> texts) {
      json.writeStartArray();
      texts.forEach(json::writeString);
      json.writeEndArray();
    }

    @Override
    public void robots(PageRecord.RobotsMeta robots) {
      json.writeStartObject();
      json.writeBooleanProperty("index", robots.index());
      json.writeBooleanProperty("follow", robots.follow());
      json.writeEndObject();
    }

    @Override
    public void absent() {
      json.writeNull();
    }
  }
}
