package dev.crawler.cli;

import dev.crawler.cli.command.Choice;
import dev.crawler.cli.command.Command;
import dev.crawler.cli.command.OptionText;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.input.EarlierRecords;
import dev.crawler.cli.input.SeedList;
import dev.crawler.cli.input.SitemapSources;
import dev.crawler.cli.job.CrawlJob;
import dev.crawler.cli.job.CrawlObserver;
import dev.crawler.cli.job.KeptCookies;
import dev.crawler.cli.metrics.MetricsServer;
import dev.crawler.cli.option.ArchiveOptions;
import dev.crawler.cli.option.CrewOptions;
import dev.crawler.cli.option.HttpOptions;
import dev.crawler.cli.option.InputOptions;
import dev.crawler.cli.option.LimitOptions;
import dev.crawler.cli.option.OpenFiles;
import dev.crawler.cli.option.Output;
import dev.crawler.cli.option.OutputOptions;
import dev.crawler.cli.option.PolitenessOptions;
import dev.crawler.cli.option.ReportOptions;
import dev.crawler.cli.option.ReportPlan;
import dev.crawler.cli.option.ScopeOptions;
import dev.crawler.cli.option.StateOptions;
import dev.crawler.cli.report.ReportFile;
import dev.crawler.cli.terminal.Notice;
import dev.crawler.cli.terminal.Streams;
import dev.crawler.cli.terminal.Verbosity;
import dev.crawler.cli.warc.WarcOutput;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlEngines;
import dev.crawler.core.fetch.CookieJar;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Sitemaps;
import dev.crawler.core.record.InputOrder;
import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.ParseResult;

/// Crawls a list of URLs. Mistakes are found in the order in which a person would mend them:
/// options, then input, then output, and all of them before the first request. *Confined to the
/// main thread.*
final class CrawlCommand implements Command {
  private final Streams streams;
  private final Setting<String> engine =
      Setting.of(
          "-e, --engine",
          "NAME",
          new Choice<>(OptionText::text, CrawlCommand::engines),
          "virtual",
          "what runs the crawl; see crawler engines");
  private final InputOptions input = new InputOptions();
  private final OutputOptions output = new OutputOptions();
  private final ArchiveOptions archives = new ArchiveOptions();
  private final ScopeOptions scope = new ScopeOptions();
  private final PolitenessOptions politeness = new PolitenessOptions();
  private final LimitOptions limits = new LimitOptions();
  private final HttpOptions http = new HttpOptions();
  private final CrewOptions crews = new CrewOptions();
  private final StateOptions states = new StateOptions();
  private final ReportOptions reports = new ReportOptions();

  CrawlCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public String synopsis() {
    return "crawler crawl [options] [URL...]";
  }

  @Override
  public List<String> description() {
    return List.of("Crawl a list of URLs and, with --depth, what they link to.");
  }

  @Override
  public List<SettingGroup> options() {
    return List.of(
        SettingGroup.of("Options", engine),
        input.group(),
        output.group(),
        archives.group(),
        scope.group(),
        politeness.group(),
        limits.group(),
        http.group(),
        states.group(),
        crews.group(),
        reports.group());
  }

  @Override
  public List<String> examples() {
    return List.of(
        "crawler crawl https://example.org/",
        "crawler crawl -i urls.txt -o pages.jsonl",
        "crawler crawl -d 2 --delay 1s --exclude '[.]pdf$' https://example.org/",
        "crawler crawl --config crawl.conf -i urls.txt --fail-on failed");
  }

  @Override
  public boolean takesUrls() {
    return true;
  }

  @Override
  public List<String> remembered(ParseResult parsed) {
    return states.remembered(parsed, options());
  }

  @Override
  public ExitCode run(ParseResult parsed) throws IOException, InterruptedException {
    List<String> urls = parsed.matchedPositionalValue(0, List.of());
    var report = reports.plan(parsed, streams.terminal());
    var chosen = engine(engine.in(parsed));
    var folder = states.folder(parsed, options(), chosen);
    var listed = SitemapSources.of(input.sitemaps(parsed), warnings(report, "input"));
    try (var seeds =
        states.readsInput(parsed)
            ? SeedList.of(
                listed.seeds(urls),
                input.inputs(parsed),
                input.retried(parsed),
                streams.in(),
                listed.areRemote())
            : SeedList.of(List.of(), List.of(), List.of(), streams.in(), true)) {
      var crew = crews.crew(parsed, chosen);
      var order = inputOrder(parsed);
      var sitemaps = listed.sitemaps(input.discoversSitemaps(parsed));
      if (order.isPresent() && sitemaps.areWanted()) {
        throw new CommandException(
            ExitCode.USAGE, "--order input knows no order of sitemaps that the crawl reads");
      }
      var cookies = KeptCookies.of(http.cookieJar(parsed));
      var list = order.map(wanted -> wanted.noting(seeds)).orElse(seeds);
      var plan =
          OpenFiles.ofThisProcess()
              .fitting(plan(parsed, list, sitemaps, cookies.jar()), warnings(report, "limits"));
      var longest = limits.maxDuration(parsed);
      seeds.requireAny();
      report.files().forEach(ReportFile::requireWritable);
      try (var earlier = EarlierRecords.open(input.since(parsed), warnings(report, "input"));
          var observer = observer(report);
          cookies) {
        var whole = earlier.continuedBy(plan);
        requireAble(chosen, whole);
        if (folder.isPresent()) {
          try (var kept =
              states.keep(folder.get(), parsed, options(), whole, output, chosen, crew)) {
            var records = output.of(parsed, kept);
            var rest = kept.continued(whole);
            return new CrawlJob(chosen, crew, rest, longest, records, report, observer, streams)
                .run();
          }
        }
        var records = open(parsed, order, archives.open(parsed, whole));
        return new CrawlJob(chosen, crew, whole, longest, records, report, observer, streams).run();
      }
    }
  }

  private static void requireAble(CrawlEngine engine, CrawlPlan plan) {
    try {
      engine.requireAble(plan);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private Output open(ParseResult parsed, Optional<InputOrder> order, WarcOutput archive) {
    try {
      return output.open(parsed, streams.out(), order).beside(archive);
    } catch (CommandException e) {
      archive.discard();
      throw e;
    }
  }

  private Consumer<String> warnings(ReportPlan report, String event) {
    return line -> {
      if (report.verbosity() != Verbosity.QUIET) {
        streams.terminal().say(Notice.warning(event, line, Notice.Fields.NONE));
      }
    };
  }

  /// Takes the port before the output is opened, so that a crawl without it leaves no trace.
  private CrawlObserver observer(ReportPlan report) {
    if (report.metricsPort().isEmpty()) {
      return CrawlObserver.NONE;
    }
    var metrics = MetricsServer.bind(report.metricsPort().getAsInt());
    if (report.verbosity() != Verbosity.QUIET || report.metricsPort().getAsInt() == 0) {
      streams.terminal().say(metrics.notice());
    }
    return metrics;
  }

  /// The plan that the options ask for.
  ///
  /// @throws CommandException when they make no sense
  CrawlPlan plan(ParseResult parsed, Iterable<String> seeds, Sitemaps sitemaps, CookieJar cookies) {
    try {
      var plan = CrawlPlan.of(seeds);
      scope.apply(parsed, plan);
      output.recordFields(parsed);
      limits.maxDuration(parsed);
      return plan.sitemaps(sitemaps)
          .simHashing(output.simHashing(parsed))
          .politeness(politeness.politeness(parsed))
          .limits(limits.limits(parsed))
          .http(
              archives.keeping(parsed, output.file(parsed), http.settings(parsed)).keeping(cookies))
          .build();
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private Optional<InputOrder> inputOrder(ParseResult parsed) {
    try {
      return output.inputOrder(parsed, scope.depth(parsed));
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private static List<String> engines() {
    return CrawlEngines.all().stream().map(CrawlEngine::name).toList();
  }

  private static CrawlEngine engine(String name) {
    try {
      return CrawlEngines.named(name);
    } catch (NoSuchElementException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }
}
