package dev.crawler.cli.compare.json;

import dev.crawler.cli.compare.result.EngineRun.Percentile;
import dev.crawler.cli.compare.result.Measures;
import dev.crawler.cli.compare.result.Quantity;
import dev.crawler.cli.compare.result.Sample;
import dev.crawler.core.session.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads what [EventWriter] has written. *Confined to one call.*
final class EventReader {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Map<String, Quantity> QUANTITIES =
      Stream.of(Quantity.values()).collect(Collectors.toMap(Quantity::label, quantity -> quantity));

  private final JsonParser json;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Double> numbers = new HashMap<>();
  private final Map<Quantity, Double> measured = new EnumMap<>(Quantity.class);
  private final List<Percentile> curve = new ArrayList<>();

  private EventReader(JsonParser json) {
    this.json = json;
  }

  /// @throws IllegalArgumentException when the line is no event
  static Event read(String line) {
    try (var json = JSON.createParser(ObjectReadContext.empty(), line)) {
      var reader = new EventReader(json);
      reader.parse();
      return reader.event();
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no event: " + line, e);
    }
  }

  private void parse() {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("no JSON object");
    }
    for (var name = json.nextName(); name != null; name = json.nextName()) {
      switch (json.nextToken()) {
        case VALUE_STRING -> texts.put(name, json.getString());
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> numbers.put(name, json.getDoubleValue());
        case START_OBJECT -> parseMeasured();
        case START_ARRAY -> parseCurve();
        default -> json.skipChildren();
      }
    }
  }

  private void parseMeasured() {
    for (var name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      var quantity = QUANTITIES.get(name);
      if (quantity != null) {
        measured.put(quantity, json.getDoubleValue());
      }
    }
  }

  private void parseCurve() {
    while (json.nextToken() == JsonToken.START_ARRAY) {
      json.nextToken();
      double percent = json.getDoubleValue();
      json.nextToken();
      curve.add(new Percentile(percent, json.getDoubleValue()));
      json.nextToken();
    }
  }

  private Event event() {
    return switch (texts.getOrDefault("event", "")) {
      case EventWriter.START -> new Event.Start();
      case EventWriter.SAMPLE -> new Event.Sample(sample());
      case EventWriter.END ->
          new Event.End(
              Measures.of(measured),
              curve,
              Optional.ofNullable(texts.get("first_fetch_at")).map(Instant::parse),
              Instant.parse(texts.getOrDefault("ended_at", "")));
      default -> throw new IllegalArgumentException("no event of that name");
    };
  }

  private Sample sample() {
    return new Sample(
        (long) number("ms"),
        (long) number("done"),
        (long) number("known"),
        (int) number("in_flight"),
        number("pages_per_second"),
        (int) number("threads"),
        numbers.getOrDefault("lag_ms", Double.NaN),
        (long) number("cpu_ms"),
        (long) number("heap_bytes"),
        Progress.Limit.valueOf(texts.getOrDefault("limit", "").toUpperCase(Locale.ROOT)));
  }

  private double number(String name) {
    return numbers.getOrDefault(name, 0.0);
  }
}
