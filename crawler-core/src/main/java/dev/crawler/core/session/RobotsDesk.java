package dev.crawler.core.session;

import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.FetchTask.Purpose;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Reason;
import dev.crawler.core.fetch.RobotsRules;
import dev.crawler.core.fetch.RobotsVerdict;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.session.OriginState.Robots;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.Origin;
import java.time.Duration;
import java.time.Instant;

/// Sees to it that the robots.txt of an origin is asked for once, before its first page, and obeyed
/// (RFC 9309). A redirected robots.txt is fetched in the queue of the host that it leads to, and
/// binds the origin that it was asked for. *Confined to its session.*
final class RobotsDesk {
  /// RFC 9309 section 2.3.1.2 asks for five at least.
  private static final int MAX_HOPS = 10;

  /// What may be done with a link.
  sealed interface Judgement {
    /// Fetch it.
    record Allow() implements Judgement {}

    /// Fetch the robots.txt first.
    record Ask(FetchTask task) implements Judgement {}

    /// Its robots.txt is on its way; the host gets another turn when it is there.
    record Hold() implements Judgement {}

    /// Do not fetch it.
    record Refuse(Reason reason) implements Judgement {}
  }

  private static final Judgement ALLOW = new Judgement.Allow();

  private final CrawlPlan plan;
  private final Territory territory;
  private final CrawlListener listener;
  private final Frontier frontier;
  private final Tasks tasks;
  private final SitemapDesk sitemaps;

  RobotsDesk(
      CrawlPlan plan,
      Territory territory,
      CrawlListener listener,
      Frontier frontier,
      Tasks tasks,
      SitemapDesk sitemaps) {
    this.plan = plan;
    this.territory = territory;
    this.listener = listener;
    this.frontier = frontier;
    this.tasks = tasks;
    this.sitemaps = sitemaps;
  }

  Judgement judge(HostQueue host, Link link, Instant now) {
    if (!plan.politeness().obeyRobots()) {
      return ALLOW;
    }
    var origin = host.origin(link.url().origin());
    return switch (origin.robots(now)) {
      case Robots.Unknown() -> {
        origin.ask();
        yield new Judgement.Ask(tasks.first(Link.seed(robotsTxt(origin.origin())), Purpose.ROBOTS));
      }
      case Robots.Asked() -> new Judgement.Hold();
      case Robots.Known(var rules) when rules.allows(link.url()) -> ALLOW;
      case Robots.Known(var _) -> new Judgement.Refuse(ExclusionReason.ROBOTS);
      case Robots.Unavailable() -> new Judgement.Refuse(ExclusionReason.ROBOTS_UNAVAILABLE);
      case Robots.Unresolved() -> new Judgement.Refuse(FailureReason.DNS);
      case Robots.Forbidden() -> new Judgement.Refuse(ExclusionReason.ADDRESS);
    };
  }

  /// Takes in the answer to a robots.txt fetch.
  void decide(FetchTask task, RobotsVerdict verdict, Instant now) {
    var link = task.link();
    var asked = link.referrer() == null ? link.url() : link.referrer();
    if (verdict instanceof RobotsVerdict.Moved(var target) && link.hops() < MAX_HOPS) {
      fetch(new Link(target, 0, link.hops() + 1, asked));
    } else {
      rule(asked, verdict, now);
    }
  }

  /// Binds the origin of a robots.txt to what it came to.
  void rule(CrawlUrl asked, RobotsVerdict verdict, Instant now) {
    if (!territory.holds(asked)) {
      territory.send(new Dispatch.RobotsRuled(asked, verdict));
      return;
    }
    var host = frontier.host(asked);
    var origin = host.origin(asked.origin());
    switch (verdict) {
      case RobotsVerdict.Found(var rules, var named) -> {
        sitemaps.discovered(asked, named);
        rules.crawlDelay().ifPresent(delay -> slow(host, delay, now));
        origin.decide(new Robots.Known(rules), now);
      }
      case RobotsVerdict.Moved(var _) ->
          origin.decide(new Robots.Known(RobotsRules.ALLOW_ALL), now);
      case RobotsVerdict.Unavailable() -> {
        listener.robotsUnavailable(origin.origin());
        origin.decide(new Robots.Unavailable(), now);
      }
      case RobotsVerdict.Unresolved() -> origin.decide(new Robots.Unresolved(), now);
      case RobotsVerdict.Forbidden() -> origin.decide(new Robots.Forbidden(), now);
    }
    frontier.schedule().await(host);
  }

  /// Has a robots.txt fetched that another one leads to.
  void fetch(Link moved) {
    if (!territory.holds(moved.url())) {
      territory.send(new Dispatch.RobotsWanted(moved));
      return;
    }
    var host = frontier.host(moved.url());
    host.addUrgent(tasks.first(moved, Purpose.ROBOTS));
    frontier.schedule().await(host);
  }

  private void slow(HostQueue host, Duration asked, Instant now) {
    var used = host.courtesy().slowTo(asked, now);
    if (used.compareTo(asked) < 0) {
      listener.crawlDelayCapped(host.key(), asked, used);
    }
  }

  /// Where the robots.txt of an origin is.
  static CrawlUrl robotsTxt(Origin origin) {
    return CrawlUrl.of(origin + "/robots.txt");
  }
}
