package dev.crawler.cli.compare.json;

import dev.crawler.cli.compare.result.EngineRun.Percentile;
import dev.crawler.cli.compare.result.Measures;
import dev.crawler.cli.compare.result.Quantity;
import dev.crawler.cli.compare.result.Sample;
import java.io.PrintStream;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Tells what happens in the process of an engine, one object a line. *Thread-safe.*
///
/// @param out where to
/// @param engine its name
/// @param round from 1; 0 is the warm-up
public record EventWriter(PrintStream out, String engine, int round) {
  static final String START = "start";
  static final String SAMPLE = "sample";
  static final String END = "end";
  private static final JsonFactory JSON = new JsonFactory();

  /// The crawl is about to begin.
  public void start() {
    write(START, _ -> {});
  }

  /// Where it stands.
  public void sample(Sample sample) {
    write(SAMPLE, json -> new RunJson(json).writeFields(sample));
  }

  /// It has come to its end.
  ///
  /// @param measured within its process
  /// @param curve of fetch times
  /// @param firstFetchAt when the first page was asked for, as far as records tell
  /// @param endedAt when the last record was written
  public void end(
      Map<Quantity, Double> measured,
      List<Percentile> curve,
      Optional<Instant> firstFetchAt,
      Instant endedAt) {
    write(
        END,
        json -> {
          new RunJson(json).write(Measures.of(measured));
          new RunJson(json).write(curve);
          firstFetchAt.ifPresent(at -> json.writeStringProperty("first_fetch_at", at.toString()));
          json.writeStringProperty("ended_at", endedAt.toString());
        });
  }

  private void write(String event, Consumer<JsonGenerator> fields) {
    var line = new StringWriter();
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      json.writeStringProperty("event", event);
      json.writeStringProperty("engine", engine);
      json.writeNumberProperty("round", round);
      fields.accept(json);
      json.writeEndObject();
    }
    synchronized (out) {
      out.println(line);
      out.flush();
    }
  }
}
