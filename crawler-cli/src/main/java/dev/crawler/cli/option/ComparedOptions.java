package dev.crawler.cli.option;

import dev.crawler.cli.command.OptionText;
import dev.crawler.cli.command.Setting;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.command.Words;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.Crew;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.SimHashing;
import java.util.List;
import picocli.CommandLine.ParseResult;

/// The options of a crawl that several engines run alike: those of `crawl`, but for what belongs to
/// one crawl alone, as its output, and for what makes its records depend on timing, as a limit of
/// time or a jar of cookies. *Immutable.*
public final class ComparedOptions {
  private final ScopeOptions scope = new ScopeOptions();
  private final PolitenessOptions politeness = new PolitenessOptions();
  private final LimitOptions limits = new LimitOptions();
  private final HttpOptions http = new HttpOptions();
  private final CrewOptions crews = new CrewOptions();
  private final Setting<Integer> simHashPasses =
      Setting.of(
          "--simhash-passes",
          "N",
          OptionText.atLeast(0),
          "0",
          "how often the text of each page is hashed, as --near-duplicates does once: work for the "
              + "CPU");

  /// For the help and the parser.
  public List<SettingGroup> groups() {
    return List.of(
        scope.group(),
        politeness.group(),
        limits.group().without("max-duration"),
        http.group().without("cookie-jar"),
        SettingGroup.of("Handling", simHashPasses),
        crews.group().only("workers"));
  }

  /// The words that say the same to another process.
  public List<String> words(ParseResult parsed) {
    return Words.of(groups(), parsed);
  }

  /// The plan that the options ask for.
  ///
  /// @throws CommandException when they make no sense
  public CrawlPlan plan(ParseResult parsed, Iterable<String> seeds) {
    try {
      var plan = CrawlPlan.of(seeds);
      scope.apply(parsed, plan);
      return plan.politeness(politeness.politeness(parsed))
          .limits(limits.limits(parsed))
          .http(http.settings(parsed))
          .simHashing(new SimHashing(simHashPasses.in(parsed)))
          .build();
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  /// Who does the work of an engine that has several processes.
  public Crew crew(ParseResult parsed, CrawlEngine engine) {
    return engine.takesCrew() ? crews.crew(parsed, engine) : Crew.DEFAULT;
  }
}
