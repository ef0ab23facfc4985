package dev.crawler.core.session;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Reason;
import dev.crawler.core.fingerprint.Fingerprints;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.url.CrawlUrl;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What is known and not yet done: which URLs were ever taken on, which wait at their hosts, which
/// are held back for a later level, and which are refused. Judges a link in the order scope,
/// duplicate, trap, redirects, host limit, page limit; robots.txt comes last, at the host's turn.
/// *Confined to its session.*
final class Frontier {
  private final CrawlPlan plan;
  private final Boundary boundary;
  private final Hosts hosts;
  private final HostSchedule schedule = new HostSchedule();
  private final Territory territory;
  private final Quota quota;
  private final Backlog backlog;
  private final RedirectTrail trail = new RedirectTrail();
  private final Fingerprints seen = Fingerprints.plain();
  private final Exclusions exclusions;
  private final Released released = new Released();
  private long queued;
  private long overBudget;

  /// Whether everything waits for the first level: seeds are still to come.
  private boolean holding;

  Frontier(
      CrawlPlan plan,
      Scope scope,
      CrawlListener listener,
      Backoff backoff,
      Territory territory,
      Room room) {
    this.plan = plan;
    this.boundary = new Boundary(scope, plan.filter(), listener);
    this.hosts = new Hosts(plan.politeness(), backoff, territory.quietUntil(), room);
    this.territory = territory;
    this.quota = new Quota(plan, listener, territory.isShared());
    this.backlog = new Backlog(plan.limits().maxRedirects(), room.reserve());
    this.exclusions = new Exclusions(room);
    this.holding = plan.sitemaps().areWanted();
  }

  /// Takes in an input text that is no URL to crawl.
  void refuse(String text, ExclusionReason reason, String why) {
    if (seen.add(text)) {
      exclusions.addText(text, reason, why);
    }
  }

  /// Takes in a link that the user named.
  void discoverSeed(Link link) {
    if (boundary.admitsSeed(link.url())) {
      discover(link);
    } else if (seen.add(link.url().key())) {
      exclude(link, ExclusionReason.SCOPE);
    }
  }

  /// Takes in a link that belongs, unless its key is known. A shorter way to a known URL that may
  /// redirect waits for its level, when everything before it is settled, as a new one would.
  void discover(Link link) {
    if (!territory.holds(link.url())) {
      territory.send(new Dispatch.Found(link));
    } else if (holding || plan.isLevelled() || isTooFar(link)) {
      holdBack(link);
    } else {
      takeOn(link);
    }
  }

  private void holdBack(Link link) {
    boolean known = seen.contains(link.url().key());
    if (known && !plan.isLevelled()) {
      revisit(link);
    } else if (!known || trail.isShorter(link)) {
      backlog.offer(link);
    }
  }

  /// Notes a redirect and returns the link to its target.
  Link follow(Link from, CrawlUrl target) {
    return trail.follow(from, target);
  }

  /// Takes out everything that is held back.
  Iterator<Link> drain() {
    return backlog.drain();
  }

  /// Releases the next level; false when nothing was held back.
  boolean releaseLevel() {
    holding = false;
    var next = backlog.first();
    next.ifPresent(level -> released.begin(backlog.poll(level)));
    return next.isPresent();
  }

  /// Releases the next level, and takes all of it on at once.
  void letGo() {
    releaseLevel();
    released.giveRest(this::takeOn);
  }

  /// Releases a level on behalf of who sees all shards.
  void release(Release release) {
    released.giveRest(this::takeOn);
    holding = false;
    quota.endPagesAfter(release.lastKey());
    released.begin(backlog.poll(release.level()));
  }

  /// Takes on some more of the level that was released last; false when there is nothing left.
  boolean takeOnReleased() {
    return released.giveSome(this::takeOn);
  }

  /// The keys of a level that count against `--max-pages`, in order.
  List<String> applicants(Level level) {
    var links = new ArrayList<Link>();
    backlog.peek(level).forEachRemaining(links::add);
    links.removeIf(l -> seen.contains(l.url().key()) || Trap.catches(l.url()) || isTooFar(l));
    return quota.applicants(links, link -> host(link.url()));
  }

  /// Takes in a URL that was settled by a former owner of this shard.
  void restore(Settled settled) {
    var link = settled.link();
    seen.add(link.url().key());
    if (settled.counted()) {
      quota.retake(link, host(link.url()));
      trail.reached(link);
    }
    settled.target().filter(boundary::belongs).ifPresent(target -> trail.follow(link, target));
  }

  private void revisit(Link link) {
    trail.shorten(link).ifPresent(this::discover);
  }

  private void takeOn(Link link) {
    var url = link.url();
    if (!seen.add(url.key())) {
      revisit(link);
    } else if (Trap.catches(url)) {
      exclude(link, ExclusionReason.TRAP);
    } else if (isTooFar(link)) {
      exclude(link, ExclusionReason.REDIRECT_LIMIT);
    } else {
      enqueue(link, host(url));
    }
  }

  private void enqueue(Link link, HostQueue host) {
    switch (quota.take(link, host)) {
      case TAKEN_ON -> {
        trail.reached(link);
        queued++;
        host.add(link);
        schedule.await(host);
      }
      case BEYOND_HOST -> exclude(link, ExclusionReason.HOST_LIMIT);
      case BEYOND_PAGES -> {
        if (link.isSeed()) {
          exclude(link, ExclusionReason.PAGE_LIMIT);
        } else {
          overBudget++;
        }
      }
    }
  }

  private boolean isTooFar(Link link) {
    return link.hops() > plan.limits().maxRedirects();
  }

  void exclude(Link link, Reason reason) {
    exclusions.add(link, reason);
  }

  Optional<Exclusion> pollExclusion() {
    return exclusions.poll();
  }

  /// Takes the host's first link out of the queue.
  Link remove(HostQueue host) {
    queued--;
    return host.remove();
  }

  /// The queue of a URL's host.
  HostQueue host(CrawlUrl url) {
    return hosts.of(url);
  }

  HostSchedule schedule() {
    return schedule;
  }

  /// Forgets all that waits. Unless a journal keeps it, its pages are excluded, one by one.
  void cancel() {
    var urgent = hosts.cancel(schedule.clear());
    var heldBack = Chain.of(List.of(released.drain(), backlog.drain()));
    var waiting = Chain.of(List.of(new Unseen(heldBack, seen), hosts.drain(), urgent.iterator()));
    if (!plan.journal().isKept()) { // else they wait there
      exclusions.cancel(waiting);
    }
    queued = 0;
  }

  /// Distinct URLs known so far.
  long known() {
    return seen.size() + backlog.size() - overBudget;
  }

  /// Whether nothing waits but later levels.
  boolean isEmpty() {
    return queued == 0 && exclusions.isEmpty() && schedule.size() == 0 && released.isOver();
  }

  long queued() {
    return queued;
  }

  Backlog backlog() {
    return backlog;
  }

  Hosts hosts() {
    return hosts;
  }

  Boundary boundary() {
    return boundary;
  }

  long overBudget() {
    return overBudget;
  }
}
