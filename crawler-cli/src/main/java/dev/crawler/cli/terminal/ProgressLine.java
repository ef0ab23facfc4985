package dev.crawler.cli.terminal;

import dev.crawler.core.session.Progress;
import java.time.Duration;

/// The status line: what is done, at which rate, and what holds that rate down. Rate and CPU load
/// are taken over the last few seconds. *Confined to the thread that draws.*
public final class ProgressLine {
  private static final int BAR = 16;

  /// Weight of the newest interval of 200 ms: most of the rate shown is from the last 3 seconds.
  private static final double WEIGHT = 0.12;

  /// Above this share of all cores the CPU is what limits.
  private static final double BUSY = 0.9;

  private final int cores;
  private Sample last;
  private double pagesPerSecond = -1;
  private double load;

  /// What is measured from outside at one moment.
  ///
  /// @param nanos monotonic time
  /// @param cpu processor time of this process so far
  /// @param failed records that say failed or http_error
  public record Sample(long nanos, Duration cpu, Progress progress, long failed) {}

  public ProgressLine(int cores, Sample start) {
    this.cores = cores;
    this.last = start;
  }

  /// The line for now; called at a steady pace.
  public String at(Sample now) {
    measure(now);
    var progress = now.progress();
    long left = Math.max(0, progress.known() - progress.done());
    var line = new StringBuilder();
    line.append(bar(progress))
        .append(' ')
        .append(progress.done())
        .append('/')
        .append(progress.known())
        .append("  ")
        .append(progress.inFlight())
        .append(" in flight  ")
        .append(Figures.rate(Math.max(0, pagesPerSecond)))
        .append("/s  ");
    if (now.failed() > 0) {
      line.append(now.failed()).append(" failed  ");
    }
    if (left > 0 && pagesPerSecond > 0.01) {
      line.append("ETA ")
          .append(Figures.clock(Duration.ofSeconds((long) (left / pagesPerSecond) + 1)))
          .append("  ");
    }
    return line.append("limit: ").append(limit(progress.limit())).toString();
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
