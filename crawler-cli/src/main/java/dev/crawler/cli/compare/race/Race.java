package dev.crawler.cli.compare.race;

import dev.crawler.cli.compare.engine.Errand;
import dev.crawler.cli.compare.jvm.ChildJvms;
import dev.crawler.cli.compare.proof.WorkJudge;
import dev.crawler.cli.compare.result.Comparison;
import dev.crawler.cli.compare.result.EngineRun;
import dev.crawler.cli.compare.result.Machine;
import dev.crawler.cli.compare.site.OwnSite;
import dev.crawler.cli.compare.site.RequestFile;
import dev.crawler.core.engine.CrawlEngines;
import dev.crawler.core.engine.InheritedFlags;
import dev.crawler.core.engine.MonotonicClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Lets the engines crawl in turn. *Confined to one thread.*
public final class Race {
  private static final int MOST_CONNECTIONS = 512;
  private static final String WARM_UP_PAGES = "--max-pages=20";
  private static final String USUAL = "serial";

  private final Contest contest;
  private final Path folder;
  private final ChildJvms jvms;
  private final Spectator spectator;
  private final Machine machine;
  private final EngineJvm engines;
  private final List<EngineRun> runs = new ArrayList<>();

  /// Looks at the machine before anything of the contest runs.
  ///
  /// @param folder for records and logs while it runs; its owner removes it
  /// @param jvms starts all processes
  public Race(Contest contest, Path folder, ChildJvms jvms, Spectator spectator) {
    this.contest = contest;
    this.folder = folder;
    this.jvms = jvms;
    this.spectator = spectator;
    var flags =
        Stream.concat(InheritedFlags.ofThisProcess().stream(), contest.jvmFlags().stream())
            .toList();
    this.machine = Machines.thisOne(flags);
    this.engines = new EngineJvm(jvms, flags, contest.patience(), spectator);
  }

  /// Runs it to the end.
  ///
  /// @throws IOException when the site, or a process, cannot be started, or a file not be written
  public Comparison run() throws IOException, InterruptedException {
    spectator.began(contest.setup());
    if (!contest.isOwnSite()) {
      return run(Optional.empty(), OptionalDouble.empty(), false);
    }
    spectator.prepares("starting the site");
    try (var site = OwnSite.start(jvms, contest.siteWords(), folder)) {
      Files.write(contest.seeds(), site.site().seedUrls());
      return run(Optional.of(site), load(site), false);
    }
  }

  /// Runs it on a site that serves already, with the seeds as they are.
  public Comparison run(Ground ground) throws IOException, InterruptedException {
    spectator.began(contest.setup());
    return run(Optional.of(ground.site()), ground.requestsPerSecond(), ground.isWarm());
  }

  private Comparison run(Optional<OwnSite> site, OptionalDouble load, boolean isWarm)
      throws IOException, InterruptedException {
    var startedAt = MonotonicClock.start().instant();
    var judge = new WorkJudge(contest.plan(), site.map(OwnSite::site));
    if (!isWarm) {
      warmUp(site, judge);
    }
    for (int round = 1; round <= contest.setup().rounds() && judge.isContent(); round++) {
      for (var engine : order(round)) {
        crawl(engine, round, site, judge);
      }
    }
    var comparison = new Scoring(contest.setup(), machine, load).of(startedAt, judge.proof(), runs);
    spectator.finished(comparison);
    return comparison;
  }

  private OptionalDouble load(OwnSite site) throws IOException, InterruptedException {
    spectator.prepares("finding out how much the site can serve");
    int connections = Math.min(MOST_CONNECTIONS, 3 * contest.setup().concurrency());
    return OptionalDouble.of(site.capacity(connections));
  }

  /// A short crawl of each engine, so that none pays for having been the first to read its jars. Of
  /// a site that is not ours, a whole one by the first engine: the site, too, has files to read. An
  /// engine of several processes starts so slowly that reading jars is nothing beside it.
  private void warmUp(Optional<OwnSite> site, WorkJudge judge)
      throws IOException, InterruptedException {
    for (var engine : order(1)) {
      if (CrawlEngines.named(engine).takesCrew() && !isFirst(engine, 1)) {
        continue;
      }
      var words = new ArrayList<>(contest.crawlWords());
      if (site.isPresent() || !isFirst(engine, 1)) {
        words.add(WARM_UP_PAGES);
      }
      var records = records(engine, 0);
      var errand = new Errand(engine, 0, words, contest.seeds(), records);
      if (engines.run(errand) instanceof EngineJvm.Outcome.Failed(var why)) {
        failed(engine, 0, why, judge);
      }
      Files.deleteIfExists(records);
    }
  }

  private void crawl(String engine, int round, Optional<OwnSite> site, WorkJudge judge)
      throws IOException, InterruptedException {
    if (site.isPresent()) {
      site.get().forget();
    }
    var siteCpu = site.map(OwnSite::cpu).orElse(Duration.ZERO);
    var records = records(engine, round);
    var errand = new Errand(engine, round, contest.crawlWords(), contest.seeds(), records);
    switch (engines.run(errand)) {
      case EngineJvm.Outcome.Failed(var why) -> failed(engine, round, why, judge);
      case EngineJvm.Outcome.Ended ended -> {
        var used = site.map(OwnSite::cpu).orElse(Duration.ZERO).minus(siteCpu);
        Optional<RequestFile> requests =
            site.isPresent() ? Optional.of(site.get().requests()) : Optional.empty();
        var run = Measuring.run(errand, ended, requests, used);
        runs.add(run);
        spectator.ended(run);
        judge.judge(Measuring.work(errand, run, requests));
      }
    }
    if (!isFirst(engine, round)) {
      Files.deleteIfExists(records);
    }
  }

  private void failed(String engine, int round, String why, WorkJudge judge) {
    judge.failed(engine, round, why);
    spectator.failed(engine, round, why);
  }

  /// Against this crawl the others are held.
  private boolean isFirst(String engine, int round) {
    return round == 1 && engine.equals(order(1).getFirst());
  }

  /// The simplest engine first, since the others are held against it; in later rounds another one
  /// begins each time, so that none always runs on a machine that has warmed up, or down.
  private List<String> order(int round) {
    var order = new ArrayList<>(contest.setup().engines());
    if (order.remove(USUAL)) {
      order.addFirst(USUAL);
    }
    Collections.rotate(order, 1 - round);
    return order;
  }

  private Path records(String engine, int round) {
    return folder.resolve("%s-%d.jsonl".formatted(engine.replaceAll("\\W", "_"), round));
  }
}
