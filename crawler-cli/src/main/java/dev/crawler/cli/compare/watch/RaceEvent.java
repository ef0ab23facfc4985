package dev.crawler.cli.compare.watch;

import dev.crawler.cli.compare.json.RunJson;
import dev.crawler.cli.compare.page.EngineColours;
import dev.crawler.cli.compare.page.Verdict;
import dev.crawler.cli.compare.page.VerdictText;
import dev.crawler.cli.compare.result.Comparison;
import dev.crawler.cli.compare.result.Sample;
import java.io.StringWriter;
import java.util.List;
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
          new RunJson(json).writeFields(sample);
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
