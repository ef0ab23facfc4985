package dev.crawler.cli.job;

import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.option.Destination;
import dev.crawler.cli.option.KeptCrawl;
import dev.crawler.cli.option.Output;
import dev.crawler.cli.option.ReportPlan;
import dev.crawler.cli.report.EndReport;
import dev.crawler.cli.terminal.EventLog;
import dev.crawler.cli.terminal.Notice;
import dev.crawler.cli.terminal.Streams;
import dev.crawler.cli.terminal.Verbosity;
import dev.crawler.cli.warc.WarcOutput;
import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlFailedException;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.engine.Crew;
import dev.crawler.core.engine.Lookout;
import dev.crawler.core.engine.LoopLag;
import dev.crawler.core.engine.MonotonicClock;
import dev.crawler.core.engine.WorkerProgress;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.session.CrawlReport;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A crawl that a person watches: starts it, shows it, ends it, tells how it went. *Confined to the
/// main thread, but for signals.*
public final class CrawlJob {
  private static final Notice FORGOTTEN =
      Notice.info("report", "what was lost was reported when the crawl ended", Notice.Fields.NONE);

  private final long began = System.nanoTime();
  private final CrawlEngine engine;
  private final Crew crew;
  private final CrawlPlan plan;
  private final Optional<Duration> longest;
  private final TallySink sink;
  private final Diagnosis diagnosis;
  private final WarcOutput archive;
  private final Optional<KeptCrawl> kept;
  private final ReportPlan report;
  private final CrawlObserver observer;
  private final Streams streams;
  private final @Nullable EndReport endReport;
  private final EventLog events;
  private final Lookout lookout;

  public CrawlJob(
      CrawlEngine engine,
      Crew crew,
      CrawlPlan plan,
      Optional<Duration> longest,
      Output output,
      ReportPlan report,
      CrawlObserver observer,
      Streams streams) {
    this.engine = engine;
    this.crew = crew;
    this.plan = plan;
    this.longest = longest;
    this.endReport = report.losses() == null ? null : new EndReport(plan.simHashing().isWanted());
    this.events =
        endReport == null
            ? new EventLog(report.verbosity())
            : new EventLog(report.verbosity(), endReport::outOfScope);
    var observed = observer.observing(output.sink());
    this.sink = new TallySink(endReport == null ? observed : endReport.watching(observed));
    this.lookout = events.watch(plan.http().timeout(), sink);
    this.diagnosis = new Diagnosis(output, sink);
    this.archive = output.archive();
    this.kept = output.kept();
    this.report = report;
    this.observer = observer;
    this.streams = streams;
  }

  /// What a run leaves to tell.
  private record Ended(
      CrawlReport report, Optional<LoopLag> lag, List<WorkerProgress> workers, boolean overdue) {}

  /// Runs to the end, whatever it is.
  ///
  /// @throws CommandException when the crawl could not go on, or its records could not be written
  public ExitCode run() throws InterruptedException {
    try {
      return watched();
    } finally {
      if (endReport != null) {
        endReport.close();
      }
    }
  }

  /// Counts what former processes have written: what is told at the end is of the whole crawl.
  private void recall(KeptCrawl crawl) {
    try {
      crawl.recall(
          (url, gist) -> {
            sink.count(gist);
            if (endReport != null) {
              endReport.add(url, gist);
            }
          },
          sink::count);
    } catch (UncheckedIOException e) {
      throw diagnosis.of(e);
    }
    if (report.verbosity() != Verbosity.QUIET) {
      crawl.notice().ifPresent(streams.terminal()::say);
    }
  }

  private ExitCode watched() throws InterruptedException {
    kept.ifPresent(this::recall);
    var interruption =
        Interruption.listen(streams.signals(), streams.terminal(), this::closeOutputs, sink::count);
    var crawl = crawl(interruption);
    var summary = summary(crawl);
    if (sink.error().isPresent() || archive.failure().isPresent()) {
      throw failure(null, interruption);
    }
    tell(summary);
    return interruption.code().orElseGet(() -> verdict(crawl));
  }

  private void tell(Summary summary) {
    if (endReport != null && report.losses() != null) {
      tell(endReport, summary.report().overBudget(), report.losses());
    }
    if (report.verbosity() != Verbosity.QUIET) {
      streams.terminal().say(summary.notice());
    }
    if (report.stats() != null) {
      StatsFile.write(report.stats(), summary);
    }
  }

  /// Even a quiet crawl tells what was asked for by name.
  private void tell(EndReport found, long overBudget, Destination destination) {
    if (kept.filter(KeptCrawl::isForgotten).isPresent()) {
      streams.terminal().say(FORGOTTEN);
      return;
    }
    switch (destination) {
      case Destination.StandardError() ->
          found.notices(overBudget).forEach(streams.terminal()::say);
      case Destination.File(var file) -> found.write(file, overBudget);
    }
  }

  private void closeOutputs() {
    sink.close();
    archive.close();
  }

  /// Sitemaps are read by the crawl itself, so that nothing came of them is known at its end.
  private void requireAny(CrawlReport crawl) {
    boolean resumed = kept.filter(KeptCrawl::isResumed).isPresent();
    if (plan.sitemaps().areWanted() && crawl.records() == 0 && !crawl.stopped() && !resumed) {
      throw new CommandException(ExitCode.INPUT, "no URLs in the sitemaps");
    }
  }

  /// Closes the outputs on every way out: what was written is kept.
  private Ended crawl(Interruption interruption) throws InterruptedException {
    try (lookout;
        sink;
        archive;
        var run = engine.start(plan, context());
        var _ = ticker(run);
        var limit = TimeLimit.start(longest, run, events)) {
      interruption.protect(run);
      observer.started(run, sink);
      var figures = run.await();
      if (!figures.stopped()) {
        sink.close(); // first: the output may be moved into place only now
        kept.filter(_ -> sink.error().isEmpty()).ifPresent(crawl -> crawl.finish(sink.sums()));
      }
      return new Ended(figures, run.lag(), run.workers(), figures.stopped() && limit.isReached());
    } catch (CrawlFailedException e) {
      throw failure(e.getCause(), interruption);
    } catch (UncheckedIOException e) { // the seeds alone were too many, or the journal failed
      throw failure(e, interruption);
    }
  }

  private CrawlContext context() {
    var context =
        new CrawlContext(sink, archive, events, MonotonicClock.start(), NameResolver.SYSTEM, crew);
    return kept.map(crawl -> context.with(crawl.reserve())).orElse(context);
  }

  private Ticker ticker(CrawlRun run) {
    var terminal = streams.terminal();
    return Ticker.start(run, sink, events, terminal, report.drawsProgress());
  }

  private Summary summary(Ended crawl) {
    var wall = Duration.ofNanos(System.nanoTime() - began);
    var cpu = ProcessUsage.cpu();
    return new Summary(
        engine.name(),
        wall,
        cpu,
        crawl.report(),
        sink,
        kept.filter(KeptCrawl::isResumed).isPresent(),
        events.limits(),
        crawl.lag(),
        crawl.workers());
  }

  /// A signal keeps its own code, since it is what made the others fail.
  private CommandException failure(@Nullable Throwable cause, Interruption interruption) {
    var failure = diagnosis.of(cause);
    return interruption
        .code()
        .map(code -> new CommandException(code, failure.line()))
        .orElse(failure);
  }

  private ExitCode verdict(Ended crawl) {
    requireAny(crawl.report());
    if (crawl.overdue()) {
      return ExitCode.TIME_LIMIT;
    }
    return report.failOn().stream().anyMatch(outcome -> sink.count(outcome) > 0)
        ? ExitCode.FAIL_ON
        : ExitCode.DONE;
  }
}
