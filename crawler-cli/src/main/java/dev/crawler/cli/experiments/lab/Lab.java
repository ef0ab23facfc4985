package dev.crawler.cli.experiments.lab;

import dev.crawler.cli.compare.ContestTerms;
import dev.crawler.cli.compare.jvm.ChildJvms;
import dev.crawler.cli.compare.race.Race;
import dev.crawler.cli.compare.race.Spectator;
import dev.crawler.cli.compare.result.Comparison;
import dev.crawler.cli.compare.result.Difference;
import dev.crawler.cli.compare.result.EngineRun;
import dev.crawler.cli.compare.result.Headroom;
import dev.crawler.cli.experiments.raw.Point;
import dev.crawler.cli.experiments.raw.Row;
import dev.crawler.cli.experiments.raw.Rows;
import dev.crawler.core.engine.CrawlEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Where one experiment runs, and what it has seen so far. *Confined to one thread.*
public final class Lab implements AutoCloseable {
  /// The kind of a row that is one crawl of a contest.
  public static final String CRAWL = "crawl";

  private final Conditions conditions;
  private final ChildJvms jvms;
  private final Path folder;
  private final Spectator spectator;
  private final Consumer<String> progress;
  private final Grounds grounds;
  private final List<Point> points = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  /// @param jvms starts all processes
  /// @param folder for files while it runs; its owner removes it
  /// @param spectator of each race
  /// @param progress is told what is done next, a line each
  public Lab(
      Conditions conditions,
      ChildJvms jvms,
      Path folder,
      Spectator spectator,
      Consumer<String> progress) {
    this.conditions = conditions;
    this.jvms = jvms;
    this.folder = folder;
    this.spectator = spectator;
    this.progress = progress;
    this.grounds = new Grounds(jvms, folder, conditions.seed());
  }

  /// What was asked for.
  public Conditions conditions() {
    return conditions;
  }

  /// One of two sizes: that of a rehearsal, or the one that shows something.
  public int size(int quick, int full) {
    return conditions.isQuick() ? quick : full;
  }

  /// How often each crawls: as asked for, else once in a rehearsal, else that number.
  public int rounds(int usual) {
    return conditions.rounds().orElse(size(1, usual));
  }

  /// Starts processes; they end when the command does.
  public ChildJvms jvms() {
    return jvms;
  }

  /// For files while it runs.
  public Path folder() {
    return folder;
  }

  /// Engines of one process that have several fetches in flight, ours and others'.
  public List<String> concurrent() {
    return names(engine -> !engine.takesCrew() && !engine.name().equals("serial"));
  }

  /// Engines of several processes.
  public List<String> crewed() {
    return names(CrawlEngine::takesCrew);
  }

  /// All engines that may take part.
  public List<String> all() {
    return names(_ -> true);
  }

  /// Tells what is done next.
  public void say(String what) {
    progress.accept(what);
  }

  /// Keeps a row.
  public void note(Row row) {
    rows.add(row);
  }

  /// Has the engines of a course race, and keeps the proof; where it holds, a row for each crawl,
  /// with what the course varies, all quantities and the steady part.
  ///
  /// @throws IllegalArgumentException when none of its engines takes part
  public Comparison race(Course course) throws IOException, InterruptedException {
    say(told(course));
    var engines =
        conditions.engines().stream()
            .filter(engine -> course.engines().contains(engine.name()))
            .toList();
    if (engines.isEmpty()) {
      throw new IllegalArgumentException("no engine that it is about takes part");
    }
    var ground = grounds.of(course.site());
    var seeds = grounds.list(course);
    var words = Stream.concat(Course.LIST.stream(), course.crawl().stream()).toList();
    var contest =
        new ContestTerms(engines, course.rounds(), conditions.patience())
            .ofList(seeds, grounds.words(course.site()), words)
            .flags(course.flags());
    var comparison = new Race(contest, folder, jvms, spectator).run(ground);
    keep(course, comparison);
    return comparison;
  }

  /// Its contests so far.
  public List<Point> points() {
    return List.copyOf(points);
  }

  /// What it has seen so far.
  public Rows rows() {
    return new Rows(rows);
  }

  @Override
  public void close() {
    grounds.close();
  }

  private List<String> names(Predicate<CrawlEngine> wanted) {
    return conditions.engines().stream().filter(wanted).map(CrawlEngine::name).toList();
  }

  private void keep(Course course, Comparison comparison) {
    var proof = comparison.proof();
    points.add(
        new Point(
            course.at(),
            comparison.setup().engines(),
            course.rounds(),
            grounds.words(course.site()),
            comparison.setup().options(),
            course.flags(),
            proof.holds(),
            proof.crawls(),
            proof.records(),
            proof.digest(),
            proof.requests(),
            Math.round(100 * comparison.headroom().map(Headroom::times).orElse(0.0)) / 100.0,
            proof.differences().stream().map(Difference::text).toList()));
    if (proof.holds()) {
      comparison.runs().forEach(run -> note(row(course, run)));
    }
  }

  private static Row row(Course course, EngineRun run) {
    var row =
        Row.of(CRAWL)
            .with(Row.ENGINE, run.engine())
            .with(course.at())
            .with("round", run.round())
            .with(new Steady(run).row());
    var values = new ArrayList<Row>();
    run.measured()
        .forEach((quantity, value) -> values.add(Row.empty().with(quantity.label(), value)));
    for (var value : values) {
      row = row.with(value);
    }
    return row;
  }

  private static String told(Course course) {
    var at = new ArrayList<String>();
    course
        .at()
        .values()
        .forEach((name, value) ->
            at.add(
                value instanceof Double number && number == Math.rint(number)
                    ? name + " " + number.longValue()
                    : name + " " + value));
    return String.join(", ", at) + ": " + String.join(", ", course.engines());
  }
}
