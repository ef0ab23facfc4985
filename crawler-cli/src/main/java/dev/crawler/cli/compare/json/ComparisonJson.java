package dev.crawler.cli.compare.json;

import dev.crawler.cli.compare.result.Comparison;
import dev.crawler.cli.compare.result.Difference;
import dev.crawler.cli.compare.result.EngineFigures;
import dev.crawler.cli.compare.result.EngineRun;
import dev.crawler.cli.compare.result.Headroom;
import dev.crawler.cli.compare.result.Machine;
import dev.crawler.cli.compare.result.Proof;
import dev.crawler.cli.compare.result.Quantity;
import dev.crawler.cli.compare.result.Setup;
import dev.crawler.cli.compare.result.Spread;
import dev.crawler.cli.compare.result.Target;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes a comparison as one JSON object. Where the proof does not hold there is no figure in it.
/// *Confined to one thread.*
public final class ComparisonJson {
  /// Version of the form.
  public static final int SCHEMA = 1;

  private final JsonGenerator json;

  private ComparisonJson(JsonGenerator json) {
    this.json = json;
  }

  /// The object in one line, without a line end.
  public static String of(Comparison comparison) {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      new ComparisonJson(json).write(comparison);
    }
    return text.toString();
  }

  private void write(Comparison comparison) {
    json.writeStartObject();
    json.writeNumberProperty("schema", SCHEMA);
    json.writeStringProperty("started_at", comparison.startedAt().toString());
    write(comparison.machine());
    write(comparison.setup());
    write(comparison.proof());
    comparison.headroom().ifPresent(this::write);
    json.writeArrayPropertyStart("figures");
    comparison.figures().forEach(this::write);
    json.writeEndArray();
    json.writeArrayPropertyStart("runs");
    comparison.runs().forEach(run -> write(run, comparison.proof().holds()));
    json.writeEndArray();
    texts("cautions", comparison.cautions());
    json.writeEndObject();
  }

  private void write(Machine machine) {
    json.writeObjectPropertyStart("machine");
    json.writeNumberProperty("cores", machine.cores());
    json.writeNumberProperty("memory_bytes", machine.memoryBytes());
    json.writeStringProperty("system", machine.system());
    json.writeStringProperty("processor", machine.processor());
    json.writeStringProperty("java", machine.java());
    texts("jvm_flags", machine.flags());
    if (machine.load() >= 0) {
      json.writeNumberProperty("load", machine.load());
    }
    json.writeEndObject();
  }

  private void write(Setup setup) {
    json.writeObjectPropertyStart("setup");
    json.writeObjectPropertyStart("target");
    switch (setup.target()) {
      case Target.EmbeddedSite(var hosts, var pages, var options) -> {
        json.writeStringProperty("kind", "embedded_site");
        json.writeNumberProperty("hosts", hosts);
        json.writeNumberProperty("pages", pages);
        texts("options", options);
      }
      case Target.GivenUrls(var seeds, var first) -> {
        json.writeStringProperty("kind", "given_urls");
        json.writeNumberProperty("seeds", seeds);
        json.writeStringProperty("first", first);
      }
    }
    json.writeEndObject();
    texts("options", setup.options());
    json.writeNumberProperty("concurrency", setup.concurrency());
    json.writeNumberProperty("per_host", setup.perHost());
    json.writeNumberProperty("delay_ms", setup.delay().toNanos() / 1e6);
    texts("engines", setup.engines());
    json.writeNumberProperty("rounds", setup.rounds());
    json.writeEndObject();
  }

  private void write(Proof proof) {
    json.writeObjectPropertyStart("proof");
    json.writeBooleanProperty("holds", proof.holds());
    json.writeNumberProperty("crawls", proof.crawls());
    json.writeNumberProperty("records", proof.records());
    json.writeStringProperty("records_sha256", proof.digest());
    json.writeNumberProperty("requests", proof.requests());
    json.writeStringProperty("witness", proof.witness().name().toLowerCase(Locale.ROOT));
    json.writeArrayPropertyStart("differences");
    proof.differences().forEach(this::write);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Difference difference) {
    json.writeStartObject();
    json.writeStringProperty("check", difference.check().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("engine", difference.engine());
    json.writeNumberProperty("round", difference.round());
    json.writeStringProperty("against", difference.against());
    json.writeStringProperty("url", difference.url());
    json.writeStringProperty("field", difference.field());
    json.writeStringProperty("text", difference.text());
    json.writeEndObject();
  }

  private void write(Headroom headroom) {
    json.writeObjectPropertyStart("site_headroom");
    json.writeNumberProperty("requests_per_second", rounded(headroom.requestsPerSecond()));
    json.writeNumberProperty("times", rounded(headroom.times()));
    json.writeBooleanProperty("enough", headroom.isEnough());
    json.writeEndObject();
  }

  private void write(EngineFigures figures) {
    json.writeStartObject();
    json.writeStringProperty("engine", figures.engine());
    figures.toSerial().ifPresent(ratio -> json.writeNumberProperty("to_serial", rounded(ratio)));
    json.writeNumberProperty("to_best", rounded(figures.toBest()));
    json.writeStringProperty("limit", figures.limit().kind().label());
    json.writeStringProperty("limit_text", figures.limit().text());
    json.writeObjectPropertyStart("quantities");
    figures.spreads().forEach(this::write);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void write(Quantity quantity, Spread spread) {
    json.writeObjectPropertyStart(quantity.label());
    json.writeNumberProperty("median", rounded(spread.median()));
    json.writeNumberProperty("min", rounded(spread.min()));
    json.writeNumberProperty("max", rounded(spread.max()));
    json.writeEndObject();
  }

  private void write(EngineRun run, boolean proven) {
    json.writeStartObject();
    json.writeStringProperty("engine", run.engine());
    json.writeNumberProperty("round", run.round());
    if (proven) {
      new RunJson(json).writeFields(run);
    }
    json.writeEndObject();
  }

  private void texts(String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  /// Six decimals: no clock here is better.
  static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }
}
