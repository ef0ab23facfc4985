package dev.crawler.cli.compare.watch;

import dev.crawler.cli.compare.page.EngineColours;
import dev.crawler.cli.compare.page.Verdict;
import dev.crawler.cli.compare.page.VerdictText;
import dev.crawler.cli.compare.result.Comparison;
import dev.crawler.cli.compare.result.Sample;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What the live page is told, as JSON: the live form of `docs/comparison-format.md`, and who runs
/// before it, the verdict after it.
final class RaceEvent {
  private RaceEvent() {}

  static String race(List<String> engines, int rounds) {
    var colours = EngineColours.of(engines);
    return event(
        "race",
        json -> {
          json.writeNumberProperty("rounds", rounds);
          json.writeArrayPropertyStart("engines");
          for (var engine : engines) {
            json.writeStartObject();
            json.writeStringProperty("engine", engine);
            json.writeStringProperty("colour", colours.of(engine));
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  static String start(String engine, int round) {
    return event("start", json -> whose(json, engine, round));
  }

  static String end(String engine, int round) {
    return event("end", json -> whose(json, engine, round));
  }

  static String prepares(String what) {
    return event("prepares", json -> json.writeStringProperty("what", what));
  }

  static String failure(String engine, int round, String why) {
    return event(
        "failure",
        json -> {
          whose(json, engine, round);
          json.writeStringProperty("why", why);
        });
  }

  static String sample(String engine, int round, Sample sample) {
    return event(
        "sample",
        json -> {
          whose(json, engine, round);
          json.writeNumberProperty("ms", sample.millis());
          json.writeNumberProperty("done", sample.done());
          json.writeNumberProperty("known", sample.known());
          json.writeNumberProperty("in_flight", sample.inFlight());
          json.writeNumberProperty("pages_per_second", rounded(sample.pagesPerSecond()));
          json.writeNumberProperty("threads", sample.threads());
          if (Double.isFinite(sample.lagMillis())) {
            json.writeNumberProperty("lag_ms", rounded(sample.lagMillis()));
          }
          json.writeNumberProperty("cpu_ms", sample.cpuMillis());
          json.writeNumberProperty("heap_bytes", sample.heapBytes());
          json.writeStringProperty("limit", sample.limit().name().toLowerCase(Locale.ROOT));
        });
  }

  static String verdict(Comparison comparison) {
    var text = VerdictText.of(Verdict.of(comparison));
    return event(
        "verdict",
        json -> {
          json.writeBooleanProperty("holds", comparison.proof().holds());
          json.writeStringProperty("headline", text.headline());
          json.writeStringProperty("reason", text.reason());
        });
  }

  static String broken() {
    return event("broken", _ -> {});
  }

  private static void whose(JsonGenerator json, String engine, int round) {
    json.writeStringProperty("engine", engine);
    json.writeNumberProperty("round", round);
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  private static String event(String name, Consumer<JsonGenerator> rest) {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("event", name);
      rest.accept(json);
      json.writeEndObject();
    }
    return text.toString();
  }
}
