package dev.crawler.cli.job;

import dev.crawler.cli.terminal.Figures;
import dev.crawler.cli.terminal.Notice;
import dev.crawler.core.engine.LoopLag;
import dev.crawler.core.engine.WorkerProgress;
import dev.crawler.core.record.RecordOutcome;
import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.SitemapReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// How a crawl went: what the summary shows and `--stats` writes. *Immutable but for the tally,
/// which no longer changes.*
///
/// @param engine name of the engine
/// @param wall from the start of the command
/// @param cpu processor time of the whole process
/// @param resumed whether former processes have had a part in it
/// @param limits names of the limits that were hit
/// @param lag how late the event loop was, when the engine has one
/// @param workers processes that did the work, lost ones included; empty when it was this one alone
record Summary(
    String engine,
    Duration wall,
    Duration cpu,
    CrawlReport report,
    TallySink tally,
    boolean resumed,
    List<String> limits,
    Optional<LoopLag> lag,
    List<WorkerProgress> workers) {

  /// Pages that this process got or failed to get, in a second.
  double pagesPerSecond() {
    return pages() / Math.max(1e-3, wall.toNanos() / 1e9);
  }

  private long pages() {
    return resumed
        ? report.requests() - report.retries() - report.robotsFetches()
        : report.records() - tally.count(RecordOutcome.EXCLUDED);
  }

  /// Records of the whole crawl.
  long records() {
    return resumed ? tally.count() : report.records();
  }

  /// Those that ended before the crawl did.
  long lostWorkers() {
    return workers.stream().filter(worker -> !worker.alive()).count();
  }

  /// The end of the crawl, told.
  Notice notice() {
    return new Notice(
        Notice.Level.INFO, "summary", lines(), json -> StatsFile.writeFields(json, this));
  }

  /// A few lines for a person.
  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(
        "%s in %s, %s pages/s; %s, %d of them retries, %d for robots.txt"
            .formatted(
                Figures.count(records(), "record") + ofThisRun(),
                Figures.seconds(wall),
                Figures.rate(pagesPerSecond()),
                Figures.count(report.requests(), "request"),
                report.retries(),
                report.robotsFetches()));
    lines.add(
        Arrays.stream(RecordOutcome.values())
            .filter(outcome -> tally.count(outcome) > 0)
            .map(this::described)
            .collect(Collectors.joining(", ")));
    if (!report.sitemaps().equals(SitemapReport.NONE)) {
      lines.add(described(report.sitemaps()));
    }
    if (report.outOfScope() > 0) {
      lines.add(Figures.count(report.outOfScope(), "link") + " out of scope");
    }
    if (!limits.isEmpty()) {
      lines.add("limits reached: " + String.join(", ", limits) + beyondBudget());
    }
    lag.ifPresent(late ->
        lines.add(
            "event loop came %s late at worst, %s in 99 of 100 turns"
                .formatted(Figures.seconds(late.worst()), Figures.seconds(late.p99()))));
    if (!workers.isEmpty()) {
      lines.add("%s, %d lost".formatted(Figures.count(workers.size(), "worker"), lostWorkers()));
    }
    if (report.stopped()) {
      lines.add("stopped before the end");
    }
    lines.removeIf(String::isEmpty);
    return lines;
  }

  /// Times, requests and links out of scope are of this run as well.
  private String ofThisRun() {
    return resumed ? ", %d of them in this run,".formatted(report.records()) : "";
  }

  private static String described(SitemapReport sitemaps) {
    var line =
        "%s read, %d failed: %s"
            .formatted(
                Figures.count(sitemaps.read(), "sitemap"),
                sitemaps.failed(),
                Figures.count(sitemaps.urls(), "URL"));
    var foreign = sitemaps.foreign() > 0 ? ", of other hosts " + sitemaps.foreign() : "";
    return line + foreign + (sitemaps.unusable() > 0 ? ", unusable " + sitemaps.unusable() : "");
  }

  private String described(RecordOutcome outcome) {
    var reasons =
        tally.reasons(outcome).entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    var count = "%s %d".formatted(outcome.label(), tally.count(outcome));
    return reasons.isEmpty() ? count : String.format(Locale.ROOT, "%s (%s)", count, reasons);
  }

  private String beyondBudget() {
    return report.overBudget() > 0
        ? " (left out: %s)".formatted(Figures.count(report.overBudget(), "URL"))
        : "";
  }
}
