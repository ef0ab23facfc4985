package dev.crawler.cli.cluster;

import dev.crawler.cli.cluster.ClusterRun.Ending;
import dev.crawler.cli.cluster.ServedSite.Asked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Kills a worker at one point after the other of the same crawl, each time in a crawl of its own.
/// *Confined to one thread.*
public final class DeathSweep implements AutoCloseable {
  private static final double NANOS_A_MILLI = 1e6;

  private final Trial trial;
  private final int workers;

  private DeathSweep(Trial trial, int workers) {
    this.trial = trial;
    this.workers = workers;
  }

  /// Crawls the site once by one process.
  ///
  /// @param seed of the site
  /// @param workers of each grid
  /// @param folder for files of all runs
  /// @throws IOException when that does not succeed
  public static DeathSweep open(long seed, int workers, Path folder)
      throws IOException, InterruptedException {
    var terms = Sites.STREAMING;
    return new DeathSweep(Trial.of(Sites.varied(seed, terms), terms, folder), workers);
  }

  /// How many requests one process makes.
  public int requests() {
    return trial.requests();
  }

  /// Kills a worker at the point of that number; the points lie evenly over the crawl, however many
  /// there are.
  public Death at(int number) throws IOException, InterruptedException {
    var kill = Kill.point(number, trial.requests());
    try (var run = trial.fresh()) {
      kill.befall(run, trial.site());
      run.beginGrid(workers);
      return death(number, kill, run, run.end());
    }
  }

  private Death death(int number, Kill kill, ClusterRun run, Ending ending) {
    var asked = trial.site().requests();
    var complaints = ending.records().complaints(trial.right());
    var judge =
        new CrawlJudge(
            trial.site().site(),
            trial.terms().plan(trial.site().seedUrls()),
            run.deaths(),
            trial.inFlight(1));
    var taken = takenOver(run, asked);
    return new Death(
        number,
        (double) kill.atRequest() / trial.requests(),
        kill.victim().name().toLowerCase(Locale.ROOT),
        count(complaints, "lost"),
        count(complaints, "doubled"),
        count(complaints, "made up") + count(complaints, "differs"),
        (int) judge.repeated(asked),
        trial.inFlight(1),
        taken.stream().mapToDouble(millis -> millis).min().orElse(Double.NaN),
        taken.stream().mapToDouble(millis -> millis).max().orElse(Double.NaN),
        taken.size(),
        rude(run, ending));
  }

  private static int count(List<String> complaints, String kind) {
    return (int) complaints.stream().filter(line -> line.startsWith(kind)).count();
  }

  private String rude(ClusterRun run, Ending ending) {
    var rude = new ArrayList<>(trial.rudeness(run, trial.inFlight(1)));
    if (ending.code() != 0) {
      rude.add("exit code " + ending.code() + ": " + String.join(" ", ending.said()));
    }
    return String.join("; ", rude);
  }

  /// For each host that a victim was the last to ask before its death, how long it took until
  /// somebody else did, in milliseconds.
  private static List<Double> takenOver(ClusterRun run, List<Asked> asked) {
    var times = new ArrayList<Double>();
    run.deaths()
        .forEach((victim, death) -> {
          var next = next(asked, death);
          owners(asked, death)
              .forEach((host, owner) -> {
                if (owner.equals(victim) && next.containsKey(host)) {
                  times.add((next.get(host) - death) / NANOS_A_MILLI);
                }
              });
        });
    return times;
  }

  /// Who was the last to ask each host before that.
  private static Map<Integer, Long> owners(List<Asked> asked, long death) {
    var latest = new HashMap<Integer, Asked>();
    asked.stream()
        .filter(one -> one.request().startNanos() < death)
        .forEach(one -> latest.merge(one.request().place().host(), one, DeathSweep::later));
    var owners = new HashMap<Integer, Long>();
    latest.forEach((host, one) -> owners.put(host, one.process()));
    return owners;
  }

  private static Asked later(Asked one, Asked other) {
    return one.request().startNanos() > other.request().startNanos() ? one : other;
  }

  /// When each host was asked first after that.
  private static Map<Integer, Long> next(List<Asked> asked, long death) {
    var next = new HashMap<Integer, Long>();
    asked.stream()
        .filter(one -> one.request().startNanos() >= death)
        .forEach(
            one -> next.merge(one.request().place().host(), one.request().startNanos(), Math::min));
    return next;
  }

  @Override
  public void close() {
    trial.close();
  }
}
