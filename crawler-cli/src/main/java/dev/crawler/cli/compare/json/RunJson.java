package dev.crawler.cli.compare.json;

import dev.crawler.cli.compare.result.EngineRun;
import dev.crawler.cli.compare.result.EngineRun.Percentile;
import dev.crawler.cli.compare.result.Measures;
import dev.crawler.cli.compare.result.Sample;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/// Writes what one crawl came to, into an object that is open. *Confined to one thread.*
///
/// @param json where to
public record RunJson(JsonGenerator json) {
  /// All but the name of the engine and the round.
  void writeFields(EngineRun run) {
    write(run.measured());
    write(run.fetchTimes());
    json.writeArrayPropertyStart("samples");
    for (var sample : run.samples()) {
      json.writeStartObject();
      writeFields(sample);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void write(Measures measures) {
    json.writeObjectPropertyStart("measured");
    measures.forEach((quantity, value) ->
        json.writeNumberProperty(quantity.label(), ComparisonJson.rounded(value)));
    json.writeEndObject();
  }

  void write(List<Percentile> curve) {
    json.writeArrayPropertyStart("fetch_times");
    for (var point : curve) {
      json.writeStartArray();
      json.writeNumber(ComparisonJson.rounded(point.percent()));
      json.writeNumber(ComparisonJson.rounded(point.millis()));
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /// Where it stood.
  public void writeFields(Sample sample) {
    json.writeNumberProperty("ms", sample.millis());
    json.writeNumberProperty("done", sample.done());
    json.writeNumberProperty("known", sample.known());
    json.writeNumberProperty("in_flight", sample.inFlight());
    json.writeNumberProperty("pages_per_second", ComparisonJson.rounded(sample.pagesPerSecond()));
    json.writeNumberProperty("threads", sample.threads());
    if (Double.isFinite(sample.lagMillis())) {
      json.writeNumberProperty("lag_ms", ComparisonJson.rounded(sample.lagMillis()));
    }
    json.writeNumberProperty("cpu_ms", sample.cpuMillis());
    json.writeNumberProperty("heap_bytes", sample.heapBytes());
    json.writeStringProperty("limit", sample.limit().name().toLowerCase(Locale.ROOT));
  }
}
