package dev.crawler.cli;

import dev.crawler.cli.command.Command;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.compare.ComparisonJob;
import dev.crawler.cli.compare.ContestTerms;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.option.ContestOptions;
import dev.crawler.cli.terminal.Streams;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.ParseResult;

/// Compares all engines found on the embedded site: no network, no input needed. *Confined to the
/// main thread.*
final class DemoCommand implements Command {
  /// Slow enough for waiting to matter, small enough for all engines to be through in a minute or
  /// two on two cores.
  private static final List<String> SITE =
      List.of("--hosts=10", "--pages=30", "--latency=12ms", "--latency-spread=8ms");

  private static final int ROUNDS = 2;

  private final Streams streams;
  private final ContestOptions contest = new ContestOptions(ROUNDS);

  DemoCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public String synopsis() {
    return "crawler demo [options]";
  }

  @Override
  public List<String> description() {
    return List.of(
        "Compare all engines on the embedded site, as crawler compare does, but on one with",
        String.join(" ", SITE) + ".",
        "Uses loopback addresses only, and takes a minute or two.");
  }

  @Override
  public List<SettingGroup> options() {
    return List.of(contest.group());
  }

  @Override
  public List<String> examples() {
    return List.of("crawler demo --html demo.html", "crawler demo --rounds 1 --watch");
  }

  @Override
  public boolean takesUrls() {
    return false;
  }

  @Override
  public ExitCode run(ParseResult parsed) throws IOException {
    var terms = ContestTerms.of(contest, parsed);
    return new ComparisonJob(streams, contest.showing(parsed))
        .run(folder -> terms.ofOwnSite(folder, SITE, List.of()));
  }
}
