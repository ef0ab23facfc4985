package dev.crawler.cli.job;

import dev.crawler.cli.report.ReportFile;
import dev.crawler.core.engine.LoopLag;
import dev.crawler.core.record.RecordOutcome;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// End-of-run figures as one JSON object: names end in their unit, and do not change without the
/// contract.
final class StatsFile {
  private StatsFile() {}

  /// Writes the figures.
  static void write(Path file, Summary summary) {
    ReportFile.write(file, json(summary));
  }

  private static String json(Summary summary) {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      writeFields(json, summary);
      json.writeEndObject();
    }
    return text + "\n";
  }

  /// Writes the figures into an object that is open.
  static void writeFields(JsonGenerator json, Summary summary) {
    json.writeStringProperty("engine", summary.engine());
    json.writeNumberProperty("wall_seconds", summary.wall().toMillis() / 1e3);
    json.writeNumberProperty("cpu_seconds", summary.cpu().toMillis() / 1e3);
    writeCounts(json, summary);
    writeUsage(json, summary);
  }

  private static void writeCounts(JsonGenerator json, Summary summary) {
    var report = summary.report();
    json.writeNumberProperty("records", summary.records());
    json.writeNumberProperty("records_of_this_run", report.records());
    json.writeObjectPropertyStart("outcomes");
    for (var outcome : RecordOutcome.values()) {
      json.writeNumberProperty(outcome.label(), summary.tally().count(outcome));
    }
    json.writeEndObject();
    for (var outcome : new RecordOutcome[] {RecordOutcome.FAILED, RecordOutcome.EXCLUDED}) {
      json.writeObjectPropertyStart(outcome.label() + "_reasons");
      summary.tally().reasons(outcome).forEach(json::writeNumberProperty);
      json.writeEndObject();
    }
    json.writeNumberProperty("requests", report.requests());
    json.writeNumberProperty("retries", report.retries());
    json.writeNumberProperty("robots_requests", report.robotsFetches());
    json.writeNumberProperty("hosts", report.hosts());
    json.writeNumberProperty("out_of_scope_links", report.outOfScope());
    json.writeNumberProperty("over_budget_urls", report.overBudget());
    json.writeNumberProperty("sitemaps_read", report.sitemaps().read());
    json.writeNumberProperty("sitemaps_failed", report.sitemaps().failed());
    json.writeNumberProperty("sitemap_urls", report.sitemaps().urls());
    json.writeNumberProperty("body_bytes", summary.tally().bytes());
    json.writeNumberProperty("pages_per_second", Math.round(summary.pagesPerSecond() * 10) / 10.0);
  }

  private static void writeUsage(JsonGenerator json, Summary summary) {
    json.writeNumberProperty("peak_heap_bytes", ProcessUsage.peakHeapBytes());
    ProcessUsage.peakResidentBytes()
        .ifPresent(bytes -> json.writeNumberProperty("peak_resident_bytes", bytes));
    if (summary.lag().isPresent()) {
      writeLag(json, summary.lag().get());
    }
    if (!summary.workers().isEmpty()) {
      json.writeNumberProperty("workers", summary.workers().size());
      json.writeNumberProperty("workers_lost", summary.lostWorkers());
    }
    json.writeArrayPropertyStart("limits_reached");
    summary.limits().forEach(json::writeString);
    json.writeEndArray();
    json.writeBooleanProperty("stopped", summary.report().stopped());
  }

  private static void writeLag(JsonGenerator json, LoopLag lag) {
    json.writeObjectPropertyStart("event_loop_lag_ms");
    json.writeNumberProperty("samples", lag.samples());
    json.writeNumberProperty("median", millis(lag.median()));
    json.writeNumberProperty("p99", millis(lag.p99()));
    json.writeNumberProperty("worst", millis(lag.worst()));
    json.writeEndObject();
  }

  private static double millis(Duration duration) {
    return Math.round(duration.toNanos() / 1e3) / 1e3;
  }
}
