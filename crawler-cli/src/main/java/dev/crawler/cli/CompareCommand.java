package dev.crawler.cli;

import dev.crawler.cli.command.Command;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.command.Words;
import dev.crawler.cli.compare.ComparisonJob;
import dev.crawler.cli.compare.ContestTerms;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.input.SeedFile;
import dev.crawler.cli.option.ComparedOptions;
import dev.crawler.cli.option.ContestOptions;
import dev.crawler.cli.option.InputOptions;
import dev.crawler.cli.option.SiteOptions;
import dev.crawler.cli.terminal.Streams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ParseResult;

/// Runs the same crawl with several engines, proves that the work was equal, then shows the
/// figures. *Confined to the main thread.*
final class CompareCommand implements Command {
  private final Streams streams;
  private final ContestOptions contest = new ContestOptions();
  private final InputOptions input = new InputOptions();
  private final SiteOptions site = new SiteOptions();
  private final ComparedOptions crawl = new ComparedOptions();

  CompareCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public String synopsis() {
    return "crawler compare [options] [URL...]";
  }

  @Override
  public List<String> description() {
    return List.of(
        "Crawl the same with several engines, each in a JVM of its own, in turn. Prove that all"
            + " did",
        "the same work; only then show figures. Without URLs the embedded site is crawled, whose",
        "own log proves it best: " + String.join(" ", ContestTerms.CRAWL_OF_OWN_SITE) + " then,",
        "unless other values are given.");
  }

  @Override
  public List<SettingGroup> options() {
    var groups = new ArrayList<SettingGroup>();
    groups.add(contest.group());
    groups.add(input.group().only("input"));
    groups.add(site.group());
    groups.addAll(crawl.groups());
    return groups;
  }

  @Override
  public List<String> examples() {
    return List.of(
        "crawler compare --engines serial,virtual,vertx",
        "crawler compare --hosts 50 --pages 200 --latency 50ms -c 500 --rounds 5 --html c.html",
        "crawler compare -d 2 --delay 0ms --per-host 8 http://127.0.0.1:8017/index.html");
  }

  @Override
  public boolean takesUrls() {
    return true;
  }

  @Override
  public ExitCode run(ParseResult parsed) throws IOException {
    List<String> urls = parsed.matchedPositionalValue(0, List.of());
    var inputs = input.inputs(parsed);
    var siteWords = Words.of(List.of(site.group()), parsed);
    var crawlWords = crawl.words(parsed);
    boolean own = urls.isEmpty() && inputs.isEmpty();
    if (!own && !siteWords.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE, siteWords.getFirst() + " is for the embedded site: leave the URLs out");
    }
    var terms = ContestTerms.of(contest, parsed);
    return new ComparisonJob(streams, contest.showing(parsed))
        .run(folder ->
            own
                ? terms.ofOwnSite(folder, siteWords, crawlWords)
                : terms.ofUrls(seeds(folder, urls, inputs), crawlWords));
  }

  private SeedFile seeds(Path folder, List<String> urls, List<String> inputs) throws IOException {
    return SeedFile.write(folder.resolve("seeds"), urls, inputs, streams.in());
  }
}
