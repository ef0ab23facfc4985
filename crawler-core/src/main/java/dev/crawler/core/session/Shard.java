package dev.crawler.core.session;

import dev.crawler.core.fetch.Link;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.url.CrawlUrl;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The part of a crawl that belongs to some of its hosts: a session, and what it takes to have
/// others beside it. All of a host is in one shard, and all of a registrable domain where budgets
/// are kept by domain. What a shard knows can be told again to a new owner: how its URLs were
/// reached, which of them are settled, which levels were released. *Not thread-safe: its driver
/// excludes.*
public final class Shard {
  private final CrawlSession session;
  private final Territory territory;
  private final Frontier frontier;
  private final RobotsDesk robots;

  private Shard(CrawlSession session, Territory territory) {
    this.session = session;
    this.territory = territory;
    this.frontier = session.frontier();
    this.robots = session.robots();
  }

  /// A shard that knows nothing yet.
  ///
  /// @param plan of the whole crawl; its seeds are not read
  /// @param charter of the whole crawl
  /// @param ours whether the shard decides on a URL
  /// @param formerUntil a former owner that was lost may ask until then; one full delay later the
  ///   shard begins. [Instant#MIN] when there was none, or it has told how it treated its hosts
  public static Shard of(
      CrawlPlan plan,
      Charter charter,
      Predicate<CrawlUrl> ours,
      Instant formerUntil,
      CrawlListener listener) {
    return of(plan, charter, ours, formerUntil, listener, Reserve.NONE);
  }

  /// The same, with a place for what waits far back.
  public static Shard of(
      CrawlPlan plan,
      Charter charter,
      Predicate<CrawlUrl> ours,
      Instant formerUntil,
      CrawlListener listener,
      Reserve reserve) {
    var quietUntil =
        formerUntil.equals(Instant.MIN) ? formerUntil : formerUntil.plus(plan.politeness().delay());
    var territory = Territory.shard(charter, ours, quietUntil);
    return new Shard(
        new CrawlSession(plan, charter.scope(), territory, listener, reserve), territory);
  }

  /// What drives it.
  public CrawlSession session() {
    return session;
  }

  /// Takes in a seed that is no URL to crawl.
  public void refuse(String text) {
    session.take(text);
  }

  /// Takes in links, seeds too. Those that it knows do no harm.
  public void discover(Collection<Link> links) {
    session.discover(links);
  }

  /// Takes in a URL that was settled by a former owner, before any link.
  public void restore(Settled settled) {
    frontier.restore(settled);
  }

  /// Takes in how a host was treated by a former owner.
  public void resume(HostManners manners, Instant now) {
    var host = frontier.hosts().named(manners.host());
    host.courtesy().resume(manners, now);
    manners
        .robots()
        .forEach((origin, verdict) -> robots.rule(RobotsDesk.robotsTxt(origin), verdict, now));
  }

  /// How those of its hosts are to be treated that were asked for anything, for the next owner.
  public List<HostManners> manners(Instant now) {
    return frontier.hosts().all().stream()
        .filter(HostQueue::wasAsked)
        .map(host -> host.manners(now))
        .toList();
  }

  /// The first level that is held back.
  public Optional<Level> nextLevel() {
    return frontier.backlog().first();
  }

  /// The keys of a level that count against `--max-pages`, in order.
  public List<String> applicants(Level level) {
    return frontier.applicants(level);
  }

  /// Lets a level go, when everything before it is settled in all shards.
  public void release(Release release) {
    frontier.release(release);
  }

  /// Takes in what another shard has for this one.
  public void receive(Dispatch dispatch, Instant now) {
    switch (dispatch) {
      case Dispatch.Found(var link) -> session.discover(List.of(link));
      case Dispatch.RobotsWanted(var moved) -> robots.fetch(moved);
      case Dispatch.RobotsRuled(var asked, var verdict) -> robots.rule(asked, verdict, now);
    }
  }

  /// What it has for other shards, since the last call.
  public List<Dispatch> outgoing() {
    return territory.drain();
  }
}
