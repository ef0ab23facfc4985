package dev.crawler.cli;

import dev.crawler.cli.command.Command;
import dev.crawler.cli.command.SettingGroup;
import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.cli.terminal.Streams;
import dev.crawler.core.engine.CrawlEngines;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.CrawlPlanBuilder;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import picocli.CommandLine.ParseResult;

/// Crawls the embedded site with every engine found, proves that all found the same, and shows what
/// it cost each. *Confined to the main thread.*
final class DemoCommand implements Command {
  /// More than the site is deep. Crawled level by level, so depths and referrers are comparable.
  private static final Depth DEPTH = new Depth(100);

  private static final long WARM_UP_PAGES = 150;
  private static final String HEADER =
      "%-10s %8s %8s %9s %12s %10s  %s%n"
          .formatted("engine", "records", "wall s", "pages/s", "CPU ms/page", "requests", "same");

  private final Streams streams;

  DemoCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public String synopsis() {
    return "crawler demo";
  }

  @Override
  public List<String> description() {
    return List.of(
        "Serve the embedded site from a process of its own, crawl it with every engine,",
        "compare the records and show the figures. Uses loopback addresses only.");
  }

  @Override
  public List<SettingGroup> options() {
    return List.of();
  }

  @Override
  public List<String> examples() {
    return List.of("crawler demo");
  }

  @Override
  public boolean takesUrls() {
    return false;
  }

  @Override
  public ExitCode run(ParseResult parsed) throws IOException, InterruptedException {
    try (var site = DemoSite.start()) {
      warmUp(site.seeds());
      streams.print(HEADER);
      var rounds = new ArrayList<DemoRound>();
      for (var engine : CrawlEngines.all()) {
        rounds.add(DemoRound.run(engine, plan(site.seeds()).build(), streams.terminal()));
        var same = rounds.getFirst().difference(rounds.getLast()).isEmpty();
        streams.print(rounds.getLast().row() + (same ? "  yes\n" : "  NO\n"));
      }
      return verdict(rounds);
    }
  }

  /// The JVM compiles what runs often; without this the first engine would pay for all.
  private void warmUp(List<String> seeds) throws InterruptedException {
    var plan =
        plan(seeds)
            .politeness(new Politeness(4, Duration.ZERO, Duration.ZERO, true))
            .limits(limits(OptionalLong.of(WARM_UP_PAGES)))
            .build();
    for (var engine : CrawlEngines.all()) {
      DemoRound.run(engine, plan, streams.terminal());
    }
  }

  private static CrawlPlanBuilder plan(List<String> seeds) {
    return CrawlPlan.of(seeds)
        .depth(DEPTH)
        .allowPrivate(true)
        .politeness(new Politeness(1, Duration.ofMillis(5), Duration.ofMillis(20), true))
        .limits(limits(OptionalLong.empty()));
  }

  private static Limits limits(OptionalLong pages) {
    return new Limits(64, pages, OptionalInt.empty(), 10, 2, Duration.ofMillis(50));
  }

  private ExitCode verdict(List<DemoRound> rounds) {
    var first = rounds.getFirst();
    for (var round : rounds) {
      var difference = first.difference(round);
      if (difference.isPresent()) {
        throw new CommandException(ExitCode.FAILED, difference.get());
      }
    }
    streams.print(
        """

        The sorted records of all engines are byte-identical: same pages, same links, same depths.
        Each host was asked once at a time, 5 ms apart or more, after its robots.txt.
        Figures are of one round each, after a warm-up of all; the site has a process of its own.
        """);
    return ExitCode.DONE;
  }
}
