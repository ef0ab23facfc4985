package dev.crawler.processes.coordinator;

import dev.crawler.core.fetch.Journal.Care;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Settlement;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.session.Charter;
import dev.crawler.core.session.HostManners;
import dev.crawler.core.session.Retrace;
import dev.crawler.core.url.HostKey;
import dev.crawler.processes.job.Books;
import dev.crawler.processes.ledger.Restored;
import dev.crawler.processes.ledger.Restored.Origin;
import dev.crawler.processes.part.KeptParts.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tells a new ledger what was settled in former lives of a crawl: first how URLs ended, then all
/// links that were found, of records that do not count too, for they were open then. *Confined to
/// the coordinator's thread.*
final class Replay {
  private static final int LOAD = 1_000;

  /// However the wall clock was set meanwhile, no host is left alone for longer.
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final CrawlPlan plan;
  private final Books books;
  private final Retrace retrace;
  private final List<Restored> restored = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final Map<HostKey, Care> cares = new HashMap<>();

  private Replay(CrawlPlan plan, Books books, Charter charter) {
    this.plan = plan;
    this.books = books;
    this.retrace = new Retrace(plan, charter);
  }

  /// Plays all parts, once the seeds are open.
  ///
  /// @param now by the clock of the wall
  static void play(List<Kept> parts, CrawlPlan plan, Books books, Charter charter, Instant now) {
    var replay = new Replay(plan, books, charter);
    for (var kept : parts) {
      int worker = kept.part().worker();
      kept.journal()
          .settlements(
              (position, epoch, how) -> replay.restore(new Origin(worker, position, epoch), how));
    }
    replay.writeRestored();
    for (var kept : parts) {
      kept.journal().settlements((_, _, how) -> replay.open(how));
      kept.journal().cares(replay::heed);
    }
    replay.writeLinks();
    replay.cares.values().forEach(care -> replay.write(care, now));
  }

  private void restore(Origin origin, Settlement how) {
    restored.add(
        switch (how) {
          case Settlement.Fetched fetched -> Restored.of(origin, fetched);
          case Settlement.Excluded excluded -> Restored.of(origin, excluded);
        });
    if (restored.size() == LOAD) {
      writeRestored();
    }
  }

  private void writeRestored() {
    books.ledger().restore(restored);
    restored.clear();
  }

  private void open(Settlement how) {
    if (how instanceof Settlement.Fetched fetched) {
      links.addAll(retrace.links(fetched));
      if (links.size() >= LOAD) {
        writeLinks();
      }
    }
  }

  private void writeLinks() {
    books.ledger().open(links);
    links.clear();
  }

  private void heed(Care care) {
    cares.merge(care.host(), care, Replay::both);
  }

  private static Care both(Care one, Care other) {
    return new Care(
        one.host(),
        one.delay().compareTo(other.delay()) > 0 ? one.delay() : other.delay(),
        one.until().isAfter(other.until()) ? one.until() : other.until());
  }

  private void write(Care care, Instant now) {
    var pause = Duration.between(now, care.until());
    var bounded = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    books.write(
        new HostManners(
            care.host(),
            bounded.isNegative() ? Duration.ZERO : bounded,
            plan.politeness().delayUnder(care.delay()),
            Duration.ZERO,
            Map.of()));
  }
}
