package dev.crawler.cli.explain;

import dev.crawler.cli.explain.Explanation.Reading;
import dev.crawler.core.handle.RobotsPassage;
import dev.crawler.core.session.Admission;
import dev.crawler.core.url.CrawlUrl;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/// An explanation for a script: one JSON object on one line, in ASCII. A name is always there; what
/// is not known is null. *Immutable.*
///
/// @param json takes the object
public record JsonReport(JsonGenerator json) {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /// The line.
  public static String of(Explanation explanation) {
    var text = new StringWriter();
    try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      new JsonReport(json).write(explanation);
    }
    return text + "\n";
  }

  private void write(Explanation explanation) {
    json.writeStartObject();
    json.writeNumberProperty("schema", 1);
    json.writeStringProperty("given", explanation.given());
    switch (explanation.reading()) {
      case Reading.Nothing(var why) -> json.writeStringProperty("error", why);
      case Reading.Url(var url, var admission) -> {
        json.writeNullProperty("error");
        url(url);
        admission(explanation, admission);
        addresses(explanation.findings());
        robots(explanation);
        json.writeNumberProperty("delay_ms", explanation.delay().toMillis());
      }
    }
    ruling(explanation.findings().ruling());
    json.writeEndObject();
  }

  private void url(CrawlUrl url) {
    json.writeStringProperty("request", url.request().href());
    json.writeStringProperty("key", url.key());
    json.writeStringProperty("host", url.hostKey().value());
  }

  private void admission(Explanation explanation, Admission admission) {
    json.writeBooleanProperty("seed", admission.seed());
    json.writeStringProperty("scope", explanation.plan().scope().name().toLowerCase(Locale.ROOT));
    text("scope_match", admission.match());
    text("scope_seed", admission.matchedSeed().map(CrawlUrl::toString));
    text("include", admission.include());
    text("exclude", admission.exclude());
    text("trap", admission.trap());
  }

  private void addresses(Findings findings) {
    json.writeArrayPropertyStart("addresses");
    for (var address : findings.addresses()) {
      json.writeStartObject();
      json.writeStringProperty("address", address.text());
      text("objection", address.objection());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeBooleanProperty("may_be_private", findings.mayBePrivate());
  }

  private void robots(Explanation explanation) {
    json.writeArrayPropertyStart("robots");
    for (var answer : explanation.findings().robots()) {
      json.writeStartObject();
      json.writeStringProperty("url", answer.url().href());
      json.writeStringProperty("came", answer.came());
      json.writeStringProperty("means", answer.means());
      json.writeEndObject();
    }
    json.writeEndArray();
    var passage = explanation.lastAnswer().map(RobotsAnswer::passage);
    line("robots_agent", passage.flatMap(RobotsPassage::agent));
    line("robots_rule", passage.flatMap(RobotsPassage::rule));
    explanation
        .crawlDelay()
        .ifPresentOrElse(
            delay -> json.writeNumberProperty("crawl_delay_ms", delay.toMillis()),
            () -> json.writeNullProperty("crawl_delay_ms"));
  }

  private void line(String name, Optional<RobotsPassage.Line> line) {
    if (line.isEmpty()) {
      json.writeNullProperty(name);
      return;
    }
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("line", line.get().number());
    json.writeStringProperty("text", line.get().text());
    json.writeEndObject();
  }

  private void ruling(Ruling ruling) {
    switch (ruling) {
      case Ruling.Fetched() -> verdict("fetch", Optional.empty());
      case Ruling.Excluded(var reason) -> verdict("excluded", Optional.of(reason.label()));
      case Ruling.Failed(var reason) -> verdict("failed", Optional.of(reason.label()));
      case Ruling.OutOfScope() -> verdict("out_of_scope", Optional.empty());
      case Ruling.NotFound() -> verdict("not_found", Optional.empty());
    }
  }

  private void verdict(String verdict, Optional<String> reason) {
    json.writeStringProperty("verdict", verdict);
    text("reason", reason);
  }

  private void text(String name, Optional<String> value) {
    json.writeStringProperty(name, value.orElse(null));
  }
}
