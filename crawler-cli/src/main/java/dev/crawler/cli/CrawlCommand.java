package dev.crawler.cli;

import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlEngines;
import dev.crawler.core.plan.CrawlPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Crawls a list of URLs. Mistakes are found in the order in which a person would mend them:
/// options, then input, then output, and all of them before the first request. *Confined to the
/// main thread.*
@Command(
    name = "crawler crawl",
    customSynopsis = "crawler crawl [options] [URL...]",
    sortOptions = false,
    description = "Crawl a list of URLs and, with --depth, what they link to.%n")
final class CrawlCommand implements Callable<ExitCode> {
  private static final String DEFAULT_ENGINE = "virtual";

  private final Streams streams;

  @Parameters(arity = "0..*", paramLabel = "URL", description = "where to begin")
  private final List<String> urls = new ArrayList<>();

  @Mixin(name = "Input")
  private final InputOptions input = new InputOptions();

  @Mixin(name = "Output")
  private final OutputOptions output = new OutputOptions();

  @Mixin(name = "Scope")
  private final ScopeOptions scope = new ScopeOptions();

  @Mixin(name = "Politeness")
  private final PolitenessOptions politeness = new PolitenessOptions();

  @Mixin(name = "Limits")
  private final LimitOptions limits = new LimitOptions();

  @Mixin(name = "Requests")
  private final HttpOptions http = new HttpOptions();

  @Mixin(name = "Reports")
  private final ReportOptions report = new ReportOptions();

  @Option(
      names = {"-e", "--engine"},
      paramLabel = "NAME",
      description = "what runs the crawl; see crawler engines (default: virtual)")
  private String engineName = DEFAULT_ENGINE;

  CrawlCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public ExitCode call() throws IOException, InterruptedException {
    try (var seeds = SeedList.of(urls, input.inputs(), streams.in())) {
      var engine = engine();
      var plan = plan(seeds);
      seeds.requireAny();
      if (report.stats() != null) {
        StatsFile.requireWritable(report.stats());
      }
      var sink = new TallySink(output.open(streams.out()));
      return new CrawlJob(engine, plan, sink, output.destination(), report, streams).run();
    }
  }

  /// The plan that the options ask for.
  ///
  /// @throws CommandException when they make no sense
  CrawlPlan plan(Iterable<String> seeds) {
    try {
      var plan = CrawlPlan.of(seeds);
      scope.applyTo(plan);
      output.recordFields();
      return plan.politeness(politeness.politeness())
          .limits(limits.limits())
          .http(http.settings())
          .build();
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private CrawlEngine engine() {
    try {
      return CrawlEngines.named(engineName);
    } catch (NoSuchElementException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }
}
