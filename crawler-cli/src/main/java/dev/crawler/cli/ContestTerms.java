package dev.crawler.cli;

import dev.crawler.cli.command.Words;
import dev.crawler.cli.compare.race.Contest;
import dev.crawler.cli.compare.result.Setup;
import dev.crawler.cli.compare.result.Target;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.input.SeedFile;
import dev.crawler.cli.option.ComparedOptions;
import dev.crawler.cli.option.ContestOptions;
import dev.crawler.cli.option.SiteOptions;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.plan.CrawlPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/// Makes a contest out of options. Everything that makes no sense is refused here. *Immutable.*
final class ContestTerms {
  /// More than the site is deep, yet crawled level by level, so that depths and referrers can be
  /// compared, too; and no slower than a site on this machine needs.
  static final List<String> CRAWL_OF_OWN_SITE =
      List.of("--depth=100", "--delay=5ms", "--retry-wait=50ms", "--allow-private");

  private static final List<String> SECRETS = List.of("--header=", "--proxy=");

  private final List<CrawlEngine> engines;
  private final ContestOptions contest;
  private final ParseResult parsed;

  /// @param parsed what was said of the contest
  ContestTerms(ContestOptions contest, ParseResult parsed) {
    this.engines = contest.engines(parsed);
    this.contest = contest;
    this.parsed = parsed;
  }

  /// A crawl of the embedded site.
  Contest ofOwnSite(Path folder, List<String> siteWords, List<String> crawlWords) {
    var options = new SiteOptions();
    var shape = options.site(Words.parse(List.of(options.group()), siteWords)).plan();
    var target =
        new Target.EmbeddedSite(shape.hosts(), shape.hosts() * shape.pagesPerHost(), siteWords);
    var words = Stream.concat(CRAWL_OF_OWN_SITE.stream(), crawlWords.stream()).toList();
    return contest(target, folder.resolve("seeds"), true, siteWords, words);
  }

  /// A crawl of somebody's site.
  Contest ofUrls(SeedFile seeds, List<String> crawlWords) {
    var target = new Target.GivenUrls(seeds.count(), seeds.first());
    return contest(target, seeds.file(), false, List.of(), crawlWords);
  }

  private Contest contest(
      Target target, Path seeds, boolean own, List<String> siteWords, List<String> words) {
    var options = new ComparedOptions();
    var crawl = Words.parse(options.groups(), words);
    var plan = options.plan(crawl, List.of());
    engines.forEach(engine -> requireAble(engine, plan));
    if (engines.stream().noneMatch(CrawlEngine::takesCrew)
        && words.stream().anyMatch(word -> word.startsWith("--workers="))) {
      throw new CommandException(
          ExitCode.USAGE, "--workers is for the engine processes, which is not compared");
    }
    var setup =
        new Setup(
            target,
            words.stream().filter(word -> SECRETS.stream().noneMatch(word::startsWith)).toList(),
            plan.limits().concurrency(),
            plan.politeness().perHost(),
            plan.politeness().delay(),
            engines.stream().map(CrawlEngine::name).toList(),
            contest.rounds(parsed));
    return new Contest(setup, plan, own, words, seeds, siteWords, contest.patience(parsed));
  }

  private static void requireAble(CrawlEngine engine, CrawlPlan plan) {
    try {
      engine.requireAble(plan);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }
}
