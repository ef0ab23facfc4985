package dev.crawler.cli;

import dev.crawler.cli.job.ProcessUsage;
import dev.crawler.cli.job.TallySink;
import dev.crawler.cli.job.Ticker;
import dev.crawler.cli.terminal.EventLog;
import dev.crawler.cli.terminal.Terminal;
import dev.crawler.cli.terminal.Verbosity;
import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.MonotonicClock;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.RecordFields;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What one engine made of the embedded site. *Immutable.*
///
/// @param engine its name
/// @param wall from its start to its end
/// @param cpu of this process meanwhile, which is the crawler alone
/// @param requests that it made
/// @param lines its records, sorted, without what differs from run to run
record DemoRound(String engine, Duration wall, Duration cpu, long requests, List<String> lines) {

  /// Crawls to the end, under a status line.
  static DemoRound run(CrawlEngine engine, CrawlPlan plan, Terminal terminal)
      throws InterruptedException {
    var records = new CollectedRecords();
    var sink = new TallySink(records);
    var events = new EventLog(Verbosity.QUIET);
    var clock = MonotonicClock.start();
    var cpu = ProcessUsage.cpu();
    var began = System.nanoTime();
    var context = new CrawlContext(sink, events, clock, NameResolver.SYSTEM);
    try (var run = engine.start(plan, context);
        var _ = Ticker.start(run, sink, events, terminal, terminal.isInteractive())) {
      var report = run.await();
      return new DemoRound(
          engine.name(),
          Duration.ofNanos(System.nanoTime() - began),
          ProcessUsage.cpu().minus(cpu),
          report.requests(),
          records.sortedLines(RecordFields.withoutVolatile()));
    }
  }

  /// The first record in which another round differs, told in one line.
  Optional<String> difference(DemoRound other) {
    int common = Math.min(lines.size(), other.lines.size());
    int at = 0;
    while (at < common && lines.get(at).equals(other.lines.get(at))) {
      at++;
    }
    return at == lines.size() && at == other.lines.size()
        ? Optional.empty()
        : Optional.of(
            "%s and %s differ, first at %s against %s"
                .formatted(engine, other.engine, lineAt(at), other.lineAt(at)));
  }

  private String lineAt(int index) {
    return index < lines.size() ? lines.get(index) : "nothing";
  }

  /// The line of the table, but for its verdict.
  String row() {
    double seconds = wall.toNanos() / 1e9;
    int pages = lines.size();
    return String.format(
        Locale.ROOT,
        "%-10s %8d %8.2f %9.0f %12.2f %10d",
        engine,
        pages,
        seconds,
        pages / seconds,
        cpu.toNanos() / 1e6 / Math.max(1, pages),
        requests);
  }
}
