package dev.crawler.core.session;

import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.plan.CrawlPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The part of a crawl that comes before its first page, for a crawl that is cut into shards: the
/// sitemaps, and the robots.txt that name or bind them. It asks as politely as the crawl does, and
/// yields what shards begin with: the seeds, the charter, and how hosts are to be treated. *Not
/// thread-safe: its driver excludes.*
public final class Prelude {
  private final CrawlSession session;
  private final Charter charter;
  private final List<String> excluded = new ArrayList<>();
  private boolean over;

  private Prelude(CrawlSession session, Charter charter) {
    this.session = session;
    this.charter = charter;
  }

  /// A prelude that has taken in the seeds of a plan with sitemaps.
  public static Prelude begin(CrawlPlan plan, CrawlListener listener) {
    var charter = new Charter(plan.scope());
    var session =
        new CrawlSession(
            plan, Scope.of(plan.scope()), Territory.seeds(charter), listener, Reserve.NONE);
    plan.seeds().forEach(session::take);
    plan.journal().sitemaps().ifPresent(session::retake);
    return new Prelude(session, charter);
  }

  /// As [CrawlSession#next], and never [Step.Exclude]. Exhausted means that pages may begin.
  public Step next(Instant now) {
    while (true) {
      var step = session.next(now);
      over = step instanceof Step.Exhausted;
      if (!(step instanceof Step.Exclude(var exclusion))) {
        return step;
      }
      excluded.add(exclusion.url()); // those who crawl find out again, and write the record
      session.settle(exclusion);
    }
  }

  /// Whether pages may begin, as far as was asked.
  public boolean isOver() {
    return over;
  }

  /// Ends a task, as [CrawlSession#absorb].
  public void absorb(FetchTask task, Outcome outcome, Instant now) {
    session.absorb(task, outcome, now);
  }

  /// Takes out the seeds, those from sitemaps too: URLs and texts that are none.
  public List<String> seeds() {
    var seeds = new ArrayList<>(excluded);
    session.frontier().drain().forEachRemaining(link -> seeds.add(link.url().href()));
    excluded.clear();
    return seeds;
  }

  /// What the seeds say beyond themselves.
  public Charter charter() {
    return charter;
  }

  /// How the hosts that were asked are to be treated.
  public List<HostManners> manners(Instant now) {
    return session.frontier().hosts().all().stream().map(host -> host.manners(now)).toList();
  }

  /// How it went. Records and hosts are for those to count who crawl.
  public CrawlReport report() {
    var all = session.report();
    return new CrawlReport(
        0,
        all.requests(),
        all.retries(),
        all.robotsFetches(),
        all.outOfScope(),
        0,
        0,
        all.sitemaps(),
        false);
  }
}
