package dev.crawler.cli;

import dev.crawler.cli.command.Command;
import dev.crawler.cli.command.OptionText;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.explain.Explainer;
import dev.crawler.cli.explain.JsonReport;
import dev.crawler.cli.explain.Report;
import dev.crawler.cli.option.HttpOptions;
import dev.crawler.cli.option.LimitOptions;
import dev.crawler.cli.option.PolitenessOptions;
import dev.crawler.cli.option.ScopeOptions;
import dev.crawler.cli.terminal.Streams;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.SeedText;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.OptionalLong;
import picocli.CommandLine.ParseResult;

/// Says what a crawl would do with a URL, and why. Takes the options of a crawl, so that its
/// command line and its file serve here, too. *Confined to the main thread.*
final class ExplainCommand implements Command {
  private final Streams streams;
  private final Setting<String> seed =
      Setting.repeatable(
          "--seed",
          "URL",
          OptionText::text,
          "where the crawl begins; without any, at the URL itself");
  private final Setting<Boolean> json = Setting.flag("--json", "for scripts: one JSON object");
  private final ScopeOptions scope = new ScopeOptions();
  private final PolitenessOptions politeness = new PolitenessOptions();
  private final LimitOptions limits = new LimitOptions();
  private final HttpOptions http = new HttpOptions();

  ExplainCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public String synopsis() {
    return "crawler explain [options] URL";
  }

  @Override
  public List<String> description() {
    return List.of(
        "Say what a crawl with these options would do with a URL, and which rule decides.",
        "Fetches its robots.txt, once, and nothing else. Other origins are taken to allow all,",
        "seeds to link to the URL, and limits on the number of pages not to be reached.");
  }

  @Override
  public List<SettingGroup> options() {
    return List.of(
        SettingGroup.of("Options", seed, json),
        scope.group(),
        politeness.group(),
        limits.group(),
        http.group());
  }

  @Override
  public List<SettingGroup> ignoredOptions() {
    return new CrawlCommand(streams).options();
  }

  @Override
  public List<String> examples() {
    return List.of(
        "crawler explain https://example.org/search?q=x",
        "crawler explain --config crawl.conf --seed https://example.org/ https://www.example.org/a",
        "crawler explain --json -A examplebot/1.0 https://example.org/ | jq -r .verdict");
  }

  @Override
  public boolean takesUrls() {
    return true;
  }

  @Override
  public ExitCode run(ParseResult parsed) throws IOException {
    List<String> urls = parsed.matchedPositionalValue(0, List.of());
    var texts = urls.stream().flatMap(url -> SeedText.of(url).stream()).toList();
    if (texts.size() != 1) {
      throw new CommandException(ExitCode.USAGE, "name one URL to explain");
    }
    var text = texts.getFirst();
    var seeds = seed.all(parsed).stream().flatMap(url -> SeedText.of(url).stream()).toList();
    var plan = plan(parsed, seeds.isEmpty() ? texts : seeds);
    try {
      var explanation = new Explainer(plan, NameResolver.SYSTEM).explain(text);
      streams.print(json.in(parsed) ? JsonReport.of(explanation) : Report.of(explanation));
      return ExitCode.DONE;
    } catch (NoSuchElementException e) {
      throw new CommandException(ExitCode.FAILED, String.valueOf(e.getMessage()));
    }
  }

  private CrawlPlan plan(ParseResult parsed, List<String> seeds) {
    try {
      var plan = CrawlPlan.of(seeds);
      scope.apply(parsed, plan);
      return plan.depth(new Depth(1))
          .politeness(politeness.politeness(parsed))
          .limits(unhurried(limits.limits(parsed)))
          .http(http.settings(parsed))
          .build();
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  /// No page is one too many, and nothing is tried again: a person waits.
  private static Limits unhurried(Limits limits) {
    return new Limits(
        limits.concurrency(),
        OptionalLong.empty(),
        OptionalInt.empty(),
        limits.maxRedirects(),
        0,
        Duration.ZERO);
  }
}
