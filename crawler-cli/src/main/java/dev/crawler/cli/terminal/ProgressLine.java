package dev.crawler.cli.terminal;

import dev.crawler.core.engine.WorkerProgress;
import dev.crawler.core.session.Progress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import tools.jackson.core.JsonGenerator;

/// The status line: what is done, at which rate, and what holds that rate down. Rate and CPU load
/// are taken over the last few seconds. *Confined to the thread that draws.*
public final class ProgressLine {
  private static final int BAR = 16;

  /// Weight of the newest interval of 200 ms: most of the rate shown is from the last 3 seconds.
  private static final double WEIGHT = 0.12;

  /// Above this share of all cores the CPU is what limits.
  private static final double BUSY = 0.9;

  private final int cores;
  private final WorkerRates workers = new WorkerRates(WEIGHT);
  private Sample last;
  private double pagesPerSecond = -1;
  private double load;

  /// What is measured from outside at one moment.
  ///
  /// @param nanos monotonic time
  /// @param cpu processor time of this process so far
  /// @param failed records that say failed or http_error
  /// @param workers processes that do the work; empty when it is this one
  public record Sample(
      long nanos, Duration cpu, Progress progress, long failed, List<WorkerProgress> workers) {}

  public ProgressLine(int cores, Sample start) {
    this.cores = cores;
    this.last = start;
  }

  /// The line for now; called at a steady pace.
  public String at(Sample now) {
    measure(now);
    return bar(now.progress()) + " " + text(now);
  }

  /// The same for a log; called at the same pace, whether it is written or not.
  public Notice noticeAt(Sample now) {
    measure(now);
    var progress = now.progress();
    return Notice.info(
        "progress",
        text(now),
        json -> {
          json.writeNumberProperty("done", progress.done());
          json.writeNumberProperty("known", progress.known());
          json.writeNumberProperty("in_flight", progress.inFlight());
          json.writeNumberProperty("pages_per_second", tenths(pace()));
          json.writeNumberProperty("failed", now.failed());
          secondsLeft(progress)
              .ifPresent(seconds -> json.writeNumberProperty("eta_seconds", seconds));
          json.writeStringProperty("limit", limit(progress.limit()));
          if (!now.workers().isEmpty()) {
            write(json, now.workers());
          }
        });
  }

  private String text(Sample now) {
    var progress = now.progress();
    var line = new StringBuilder();
    line.append(progress.done())
        .append('/')
        .append(progress.known())
        .append("  ")
        .append(progress.inFlight())
        .append(" in flight  ")
        .append(Figures.rate(pace()))
        .append("/s  ");
    if (now.failed() > 0) {
      line.append(now.failed()).append(" failed  ");
    }
    secondsLeft(progress)
        .ifPresent(seconds ->
            line.append("ETA ").append(Figures.clock(Duration.ofSeconds(seconds))).append("  "));
    line.append("limit: ").append(limit(progress.limit()));
    return now.workers().isEmpty()
        ? line.toString()
        : line.append("  ").append(workers.text(now.workers())).toString();
  }

  private void write(JsonGenerator json, List<WorkerProgress> all) {
    json.writeArrayPropertyStart("workers");
    for (var worker : all) {
      json.writeStartObject();
      json.writeStringProperty("name", worker.name());
      json.writeBooleanProperty("alive", worker.alive());
      json.writeNumberProperty("done", worker.progress().done());
      json.writeNumberProperty("pages_per_second", tenths(workers.perSecond(worker)));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static double tenths(double rate) {
    return Math.round(rate * 10) / 10.0;
  }

  private double pace() {
    return Math.max(0, pagesPerSecond);
  }

  private OptionalLong secondsLeft(Progress progress) {
    long left = Math.max(0, progress.known() - progress.done());
    return left > 0 && pagesPerSecond > 0.01
        ? OptionalLong.of((long) (left / pagesPerSecond) + 1)
        : OptionalLong.empty();
  }

  private void measure(Sample now) {
    double seconds = (now.nanos() - last.nanos()) / 1e9;
    if (seconds <= 0) {
      return;
    }
    double rate = (now.progress().done() - last.progress().done()) / seconds;
    double used = now.cpu().minus(last.cpu()).toNanos() / 1e9 / seconds / cores;
    pagesPerSecond = pagesPerSecond < 0 ? rate : pagesPerSecond + WEIGHT * (rate - pagesPerSecond);
    load += WEIGHT * (used - load);
    workers.measure(now.workers(), seconds);
    last = now;
  }

  private String limit(Progress.Limit limit) {
    return switch (limit) {
      case NONE -> load > BUSY ? "cpu" : "this machine or the output";
      case CONCURRENCY -> load > BUSY ? "cpu" : "--concurrency";
      case DELAY -> "delay per host";
      case PER_HOST -> "--per-host";
      case LEVEL -> "end of level";
      case TAIL -> "the last answers";
    };
  }

  private static String bar(Progress progress) {
    long known = Math.max(1, progress.known());
    int filled = (int) Math.min(BAR, BAR * progress.done() / known);
    return "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "]";
  }
}
