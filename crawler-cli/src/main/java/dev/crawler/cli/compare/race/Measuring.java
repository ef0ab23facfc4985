package dev.crawler.cli.compare.race;

import dev.crawler.cli.compare.engine.Errand;
import dev.crawler.cli.compare.proof.Work;
import dev.crawler.cli.compare.result.EngineRun;
import dev.crawler.cli.compare.result.Measures;
import dev.crawler.cli.compare.result.Quantity;
import dev.crawler.cli.compare.site.RequestFile;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Optional;

/// Puts together what is known of one crawl: from its own process, from the site, from the clock.
final class Measuring {
  private Measuring() {}

  /// The crawl in figures.
  ///
  /// @param seen what the site was asked, where it is ours
  /// @param siteCpu that the site used meanwhile
  static EngineRun run(
      Errand errand, EngineJvm.Outcome.Ended ended, Optional<RequestFile> seen, Duration siteCpu) {
    var measured = new EnumMap<Quantity, Double>(Quantity.class);
    ended.end().measured().forEach(measured::put);
    var first = firstFetchAt(ended, seen);
    double start = millis(ended.promptAt(), first);
    double crawl = Math.max(1, millis(first, ended.end().endedAt()));
    measured.put(Quantity.START_MS, start);
    measured.put(Quantity.CRAWL_MS, crawl);
    measured.put(Quantity.WALL_MS, start + crawl);
    measured.put(
        Quantity.PAGES_PER_SECOND, measured.getOrDefault(Quantity.PAGES, 0.0) * 1e3 / crawl);
    if (seen.isPresent()) {
      measured.put(Quantity.SITE_CPU_CORES, siteCpu.toNanos() / 1e6 / crawl);
      new Gaps(seen.get().requests()).measure(measured);
    }
    return new EngineRun(
        errand.engine(),
        errand.round(),
        Measures.of(measured),
        ended.end().curve(),
        ended.samples());
  }

  /// The crawl as work to be judged.
  static Work work(Errand errand, EngineRun run, Optional<RequestFile> seen) {
    return new Work(
        errand.engine(),
        errand.round(),
        errand.records(),
        (long) run.measured().orZero(Quantity.REQUESTS),
        seen.map(file -> new Work.Seen(file.requests(), file.whole())));
  }

  /// By the site's log where there is one; else by the records, to which a robots.txt does not
  /// count. A crawl without any fetch began when it ended.
  private static Instant firstFetchAt(EngineJvm.Outcome.Ended ended, Optional<RequestFile> seen) {
    var micros = seen.map(RequestFile::firstMicros);
    if (micros.isPresent() && micros.get().isPresent()) {
      long first = micros.get().getAsLong();
      return Instant.ofEpochSecond(first / 1_000_000, first % 1_000_000 * 1_000);
    }
    return ended.end().firstFetchAt().orElse(ended.end().endedAt());
  }

  private static double millis(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e6;
  }
}
