package dev.crawler.core.session;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.FetchTask.Purpose;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.fetch.SitemapsRead;
import dev.crawler.core.plan.CrawlPlan;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// One crawl, or one shard of it: decides what to fetch next and takes in what came of it. Costs
/// microseconds; does no I/O. *Not thread-safe: its driver excludes.*
public final class CrawlSession {
  private static final Step AWAIT = new Step.Await();
  private static final Step EXHAUSTED = new Step.Exhausted();
  private static final Optional<Exclusion> NOTHING = Optional.empty();

  private final CrawlPlan plan;
  private final CrawlListener listener;
  private final Backoff backoff;
  private final Territory territory;
  private final Frontier frontier;
  private final Seeds seeds;
  private final Tasks tasks;
  private final SitemapDesk sitemaps;
  private final RobotsDesk robots;
  private final Gate gate;
  private final Outlinks outlinks;
  private final Tally tally = new Tally();
  private boolean stopped;
  private volatile Progress progress = Progress.START;

  CrawlSession(
      CrawlPlan plan, Scope scope, Territory territory, CrawlListener listener, Reserve reserve) {
    this.plan = plan;
    this.listener = listener;
    this.backoff = new Backoff(plan.limits().retryWait(), plan.randomSeed());
    this.territory = territory;
    var room = new Room(reserve);
    this.frontier = new Frontier(plan, scope, listener, backoff, territory, room);
    this.seeds = new Seeds(plan, scope, territory, frontier);
    this.tasks = new Tasks(plan, territory, frontier);
    this.sitemaps = new SitemapDesk(plan, listener, frontier, seeds, tasks, room);
    this.robots = new RobotsDesk(plan, territory, listener, frontier, tasks, sitemaps);
    this.gate = new Gate(frontier, tasks, robots, sitemaps);
    this.outlinks = new Outlinks(plan, frontier);
  }

  /// A session that has taken in the plan's seeds, and what a journal tells of a former process,
  /// and is ready for [#next].
  public static CrawlSession begin(CrawlPlan plan, CrawlListener listener) {
    return begin(plan, listener, Reserve.NONE);
  }

  /// The same, with a place for what waits far back.
  public static CrawlSession begin(CrawlPlan plan, CrawlListener listener, Reserve reserve) {
    var whole = Territory.everything(plan);
    var session = new CrawlSession(plan, Scope.of(plan.scope()), whole, listener, reserve);
    var recall = new Recall(plan, session.seeds, session.frontier, session.tally);
    recall.settled();
    plan.seeds().forEach(session.seeds::take);
    plan.journal().sitemaps().ifPresent(read -> session.retake(read).letGo());
    recall.found();
    return session;
  }

  /// Takes in what came of all sitemaps; the seeds wait where it says until they are let go.
  Frontier retake(SitemapsRead read) {
    sitemaps.replay(read);
    return frontier;
  }

  /// Takes in one text that the user named.
  void take(String text) {
    if (!stopped) {
      seeds.take(text);
    }
  }

  /// Whether there is nothing to do, now or later, and nothing under way.
  boolean isExhausted() {
    return !tally.isOpen() && frontier.isEmpty();
  }

  Frontier frontier() {
    return frontier;
  }

  RobotsDesk robots() {
    return robots;
  }

  /// What to do now. Ask again after each [Step.Fetch] and [Step.Exclude] until another step is
  /// returned.
  public Step next(Instant now) {
    var step = decide(now);
    progress = tally.progress(frontier, step, plan.limits().concurrency());
    return step;
  }

  private Step decide(Instant now) {
    while (true) {
      boolean releases = frontier.takeOnReleased();
      int most = plan.limits().concurrency();
      var exclusion = tally.excluding < most ? frontier.pollExclusion() : NOTHING;
      if (exclusion.isPresent()) {
        tally.excluding++;
        return new Step.Exclude(exclusion.get());
      }
      if (tally.inFlight >= most) {
        return AWAIT;
      }
      var host = frontier.schedule().poll(now);
      if (host.isPresent()) {
        var task = gate.take(host.get(), now);
        if (task.isPresent()) {
          start(host.get(), task.get(), now);
          return new Step.Fetch(task.get());
        }
      } else if (!releases && (frontier.schedule().size() > 0 || tally.isOpen() || !release())) {
        return idle();
      }
    }
  }

  /// Lets the next ones in, when everything before is settled: sitemaps, then pages. A shard is
  /// told from outside.
  private boolean release() {
    return !territory.isShared()
        && (sitemaps.release() || territory.releases() && frontier.releaseLevel());
  }

  /// Nothing can be done now: why, and until when.
  private Step idle() {
    var turn = frontier.schedule().nextTurn();
    if (turn.isPresent()) {
      return new Step.Pause(turn.get());
    }
    return tally.isOpen() || frontier.queued() > 0 ? AWAIT : EXHAUSTED;
  }

  private void start(HostQueue host, FetchTask task, Instant now) {
    tally.started(task);
    listener.begun(task);
    host.started(now);
    frontier.schedule().await(host);
  }

  /// Ends a task. Returns its in-scope outlinks and redirect target, for the driver to route.
  public List<Link> complete(FetchTask task, Outcome outcome, Instant now) {
    var host = frontier.host(task.link().url());
    tally.inFlight--;
    listener.ended(task);
    host.ended(outcome, now);
    if (outcome.pressure().retryAfter().isPresent() || outcome.pressure().overloaded()) {
      listener.hostPaused(host.key(), host.courtesy().pauseFrom(now));
    }
    var links =
        switch (outcome) {
          case Outcome.Page(var targets, var _) -> ended(outlinks.of(task.link(), targets));
          case Outcome.Redirect(var target, var _) ->
              ended(outlinks.ofRedirect(task.link(), target));
          case Outcome.Ended(var _) -> ended(List.of());
          case Outcome.Retry(var _) -> again(host, task, now);
          case Outcome.Robots(var verdict, var _) ->
              learnt(() -> robots.decide(task, verdict, now));
          case Outcome.Sitemap(var verdict, var _) -> learnt(() -> sitemaps.settle(task, verdict));
        };
    frontier.schedule().await(host);
    return links;
  }

  private List<Link> ended(List<Link> links) {
    tally.records++;
    return links;
  }

  /// Takes in what is no page, unless nothing more is wanted.
  private List<Link> learnt(Runnable news) {
    if (!stopped) {
      news.run();
    }
    return List.of();
  }

  private List<Link> again(HostQueue host, FetchTask task, Instant now) {
    if (!stopped) {
      tally.retries++;
      var wait = backoff.afterAttempt(task.attempt());
      frontier.schedule().retry(host, tasks.again(task), now.plus(wait));
    } else if (task.purpose() == Purpose.PAGE && !plan.journal().isKept()) {
      frontier.exclude(task.link(), ExclusionReason.CANCELLED);
    }
    return List.of();
  }

  /// Takes in links: own outlinks, or those of other shards.
  public void discover(Collection<Link> links) {
    if (!stopped) {
      for (var link : links) {
        if (link.isSeed()) {
          frontier.discoverSeed(link);
        } else {
          frontier.discover(link);
        }
      }
    }
  }

  /// [#complete] and [#discover]: what an engine that owns the whole frontier calls.
  public void absorb(FetchTask task, Outcome outcome, Instant now) {
    discover(complete(task, outcome, now));
  }

  /// Ends an exclusion whose record is written.
  public void settle(Exclusion exclusion) {
    tally.excluding--;
    tally.records++;
  }

  /// Takes nothing more on: what is queued is excluded as `cancelled`, what is in flight may end.
  /// Idempotent.
  public void stop() {
    if (!stopped) {
      stopped = true;
      sitemaps.stop();
      frontier.cancel();
    }
  }

  /// Where the crawl stands. The one method that any thread may call.
  public Progress progress() {
    return progress;
  }

  /// How the crawl went; final once [#next] has answered [Step.Exhausted].
  public CrawlReport report() {
    return tally.report(frontier, sitemaps.report(), stopped);
  }
}
