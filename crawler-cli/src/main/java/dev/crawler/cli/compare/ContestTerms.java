package dev.crawler.cli.compare;

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
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/// Makes a contest out of options. Everything that makes no sense is refused here. *Immutable.*
public final class ContestTerms {
  /// More than the site is deep, yet crawled level by level, so that depths and referrers can be
  /// compared, too; and no slower than a site on this machine needs.
  public static final List<String> CRAWL_OF_OWN_SITE =
      List.of("--depth=100", "--delay=5ms", "--retry-wait=50ms", "--allow-private");

  private static final List<String> SECRETS = List.of("--header=", "--proxy=");

  private final List<CrawlEngine> engines;
  private final int rounds;
  private final Duration patience;

  /// @param engines that take part
  /// @param rounds that count
  /// @param patience how long an engine may get nothing done
  public ContestTerms(List<CrawlEngine> engines, int rounds, Duration patience) {
    this.engines = List.copyOf(engines);
    this.rounds = rounds;
    this.patience = patience;
  }

  /// Those that were given.
  ///
  /// @param parsed what was said of the contest
  public static ContestTerms of(ContestOptions contest, ParseResult parsed) {
    return new ContestTerms(
        contest.engines(parsed), contest.rounds(parsed), contest.patience(parsed));
  }

  /// A crawl of the embedded site.
  public Contest ofOwnSite(Path folder, List<String> siteWords, List<String> crawlWords) {
    var words = Stream.concat(CRAWL_OF_OWN_SITE.stream(), crawlWords.stream()).toList();
    return contest(embedded(siteWords), folder.resolve("seeds"), siteWords, words);
  }

  /// A crawl of a list of pages of the embedded site; only what is given holds.
  ///
  /// @param seeds the list, already written
  public Contest ofList(Path seeds, List<String> siteWords, List<String> crawlWords) {
    return contest(embedded(siteWords), seeds, siteWords, crawlWords);
  }

  /// A crawl of somebody's site.
  public Contest ofUrls(SeedFile seeds, List<String> crawlWords) {
    var target = new Target.GivenUrls(seeds.count(), seeds.first());
    return contest(target, seeds.file(), List.of(), crawlWords);
  }

  private static Target embedded(List<String> siteWords) {
    var options = new SiteOptions();
    var shape = options.site(Words.parse(List.of(options.group()), siteWords)).plan();
    return new Target.EmbeddedSite(shape.hosts(), shape.hosts() * shape.pagesPerHost(), siteWords);
  }

  private Contest contest(Target target, Path seeds, List<String> siteWords, List<String> words) {
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
            rounds);
    boolean own = target instanceof Target.EmbeddedSite;
    return new Contest(setup, plan, own, words, seeds, siteWords, List.of(), patience);
  }

  private static void requireAble(CrawlEngine engine, CrawlPlan plan) {
    try {
      engine.requireAble(plan);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }
}
