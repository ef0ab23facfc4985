package dev.crawler.core.session;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Reason;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.HostKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known and not yet done: which URLs were ever taken on, which wait at their hosts, which
/// are held back for a later level, and which are refused. Judges a link in the order scope,
/// duplicate, trap, redirects, host limit, page limit; robots.txt comes last, at the host's turn.
/// *Confined to its session.*
final class Frontier {
  private final CrawlPlan plan;
  private final Scope scope;
  private final CrawlListener listener;
  private final Backoff backoff;
  private final Map<HostKey, HostQueue> hosts = new HashMap<>();
  private final HostSchedule schedule = new HostSchedule();
  private final DomainBudget domains;
  private final Backlog backlog;
  private final RedirectTrail trail = new RedirectTrail();
  private final Set<String> seen = new HashSet<>();
  private final ArrayDeque<Exclusion> exclusions = new ArrayDeque<>();
  private final Set<String> limitsHit = new HashSet<>();
  private long budget;
  private long queued;
  private long outOfScope;
  private long overBudget;

  /// Whether everything waits for the first level: seeds are still to come.
  private boolean holding;

  Frontier(CrawlPlan plan, Scope scope, CrawlListener listener, Backoff backoff) {
    this.plan = plan;
    this.scope = scope;
    this.listener = listener;
    this.backoff = backoff;
    this.domains = DomainBudget.of(plan);
    this.backlog = new Backlog(plan.limits().maxRedirects());
    this.holding = plan.sitemaps().areWanted();
    this.budget = plan.limits().maxPages().orElse(Long.MAX_VALUE);
  }

  /// Takes in an input text that is no URL to crawl.
  void refuse(String text, ExclusionReason reason, String why) {
    if (seen.add(text)) {
      exclusions.add(Exclusion.ofText(text, reason, why));
    }
  }

  /// Whether a discovered URL belongs; counts those that do not.
  boolean admits(CrawlUrl url) {
    if (scope.admits(url) && plan.filter().admits(url)) {
      return true;
    }
    outOfScope++;
    listener.outOfScope(url);
    return false;
  }

  /// Takes in a link that belongs, unless its key is known. A shorter way to a known URL that may
  /// redirect waits for its level, when everything before it is settled, as a new one would.
  void discover(Link link) {
    if (seen.contains(link.url().key())) {
      if (!plan.isLevelled()) {
        revisit(link);
      } else if (trail.isShorter(link)) {
        backlog.offer(link);
      }
    } else if (holding || plan.isLevelled() || isTooFar(link)) {
      backlog.offer(link);
    } else {
      takeOn(link);
    }
  }

  /// Notes a redirect and returns the link to its target.
  Link follow(Link from, CrawlUrl target) {
    return trail.follow(from, target);
  }

  /// Releases the next level; false when nothing was held back.
  boolean releaseLevel() {
    holding = false;
    var level = backlog.pollLevel();
    for (var link : level) {
      if (seen.contains(link.url().key())) {
        revisit(link);
      } else {
        takeOn(link);
      }
    }
    return !level.isEmpty();
  }

  private void revisit(Link link) {
    trail.shorten(link).ifPresent(this::discover);
  }

  private void takeOn(Link link) {
    var url = link.url();
    seen.add(url.key());
    if (Trap.catches(url)) {
      exclude(link, ExclusionReason.TRAP);
    } else if (isTooFar(link)) {
      exclude(link, ExclusionReason.REDIRECT_LIMIT);
    } else {
      enqueue(link, host(url));
    }
  }

  private void enqueue(Link link, HostQueue host) {
    if (budget == 0) {
      hit("max-pages");
      if (link.isSeed()) {
        exclude(link, ExclusionReason.PAGE_LIMIT);
      } else {
        overBudget++;
      }
    } else if (!host.takeOn(hostLimit(link)) || !domains.takeOn(link, host)) {
      hit("max-host-pages");
      exclude(link, ExclusionReason.HOST_LIMIT);
    } else {
      budget--;
      trail.reached(link);
      queued++;
      host.add(link);
      schedule.await(host);
    }
  }

  private int hostLimit(Link link) {
    return plan.limits()
        .maxHostPages()
        .orElse(link.isSeed() ? Integer.MAX_VALUE : Limits.HOST_PAGES);
  }

  private boolean isTooFar(Link link) {
    return link.hops() > plan.limits().maxRedirects();
  }

  private void hit(String limit) {
    if (limitsHit.add(limit)) {
      listener.limitHit(limit);
    }
  }

  void exclude(Link link, Reason reason) {
    exclusions.add(Exclusion.of(link, reason));
  }

  /// Excludes a seed, unless its key is known.
  void excludeSeed(Link link, Reason reason) {
    if (seen.add(link.url().key())) {
      exclude(link, reason);
    }
  }

  Optional<Exclusion> pollExclusion() {
    return Optional.ofNullable(exclusions.poll());
  }

  /// Takes the host's first link out of the queue.
  Link remove(HostQueue host) {
    queued--;
    return host.remove();
  }

  /// The queue of a URL's host.
  HostQueue host(CrawlUrl url) {
    return hosts.computeIfAbsent(
        url.hostKey(), key -> new HostQueue(key, new Courtesy(plan.politeness(), backoff)));
  }

  HostSchedule schedule() {
    return schedule;
  }

  /// Takes out everything that waits, and excludes the pages among it as cancelled.
  void cancel() {
    var links = new ArrayList<Link>();
    for (var link : backlog.drain()) {
      if (seen.add(link.url().key())) {
        links.add(link);
      }
    }
    var tasks = new ArrayList<FetchTask>(schedule.clear());
    for (var host : hosts.values()) {
      host.drainTo(links, tasks);
    }
    queued = 0;
    tasks.stream()
        .filter(task -> task.purpose() == FetchTask.Purpose.PAGE)
        .forEach(task -> links.add(task.link()));
    links.forEach(link -> exclude(link, ExclusionReason.CANCELLED));
  }

  /// Distinct URLs known so far.
  long known() {
    return seen.size() + (long) backlog.size() - overBudget;
  }

  long queued() {
    return queued;
  }

  int heldBack() {
    return backlog.size();
  }

  int hosts() {
    return hosts.size();
  }

  long outOfScope() {
    return outOfScope;
  }

  long overBudget() {
    return overBudget;
  }
}
