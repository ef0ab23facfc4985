package dev.crawler.tck.site;

import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.record.RecordOutcome;
import dev.crawler.tck.site.Found.Rank;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A breadth-first search over a site, written with no part of the session, the handler or the URL
/// parser, so that it can be held against them. Levels are ranks; within one, URLs go in the order
/// of their keys. A URL that redirects is looked at again when a later way to it took fewer
/// redirects, for its chain may then go on further. *Confined to one call.*
final class TruthSearch {
  private final Site site;
  private final CrawlPlan crawl;
  private final Set<String> seeds = new HashSet<>();
  private final Set<String> seedHosts = new HashSet<>();
  private final NavigableMap<Rank, SortedMap<String, Found>> levels = new TreeMap<>();
  private final SortedMap<String, Found> held = new TreeMap<>();
  private final SortedMap<String, Expected> records = new TreeMap<>();
  private final Map<String, Integer> leastHops = new HashMap<>();
  private final Set<String> leftOut = new HashSet<>();
  private final Map<String, Integer> takenOfHost = new HashMap<>();
  private long taken;

  private TruthSearch(Site site, CrawlPlan crawl) {
    this.site = site;
    this.crawl = crawl;
  }

  static Truth of(Site site, CrawlPlan crawl) {
    var search = new TruthSearch(site, crawl);
    crawl.seeds().forEach(search::seed);
    while (!search.levels.isEmpty()) {
      search.levels.pollFirstEntry().getValue().values().forEach(search::release);
    }
    search.held.values().forEach(search::giveUp);
    return new Truth(search.records, search.leftOut.size());
  }

  private void seed(String key) {
    seeds.add(key);
    seedHosts.add(host(key));
    enqueue(new Found(key, Rank.SEED, ""));
  }

  private void discover(Found found) {
    if (!crawl.depth().admits(found.rank().depth()) || !isInScope(found.key())) {
      return;
    }
    if (found.rank().hops() > crawl.limits().maxRedirects()) {
      held.merge(found.key(), found, Found::nearer);
    } else {
      enqueue(found);
    }
  }

  private void enqueue(Found found) {
    levels
        .computeIfAbsent(found.rank(), _ -> new TreeMap<>())
        .merge(found.key(), found, Found::nearer);
  }

  private void release(Found found) {
    var most = crawl.limits().maxPages();
    if (isDecided(found.key())) {
      revisit(found);
    } else if (Traps.isTrap(found.key())) {
      exclude(found, ExclusionReason.TRAP);
    } else if (most.isEmpty() || taken < most.getAsLong()) {
      takeOn(found);
    } else if (seeds.contains(found.key())) {
      exclude(found, ExclusionReason.PAGE_LIMIT);
    } else {
      leftOut.add(found.key());
    }
  }

  private void takeOn(Found found) {
    var ofHost = crawl.limits().maxHostPages();
    if (ofHost.isPresent()
        && takenOfHost.merge(host(found.key()), 1, Integer::sum) > ofHost.getAsInt()) {
      exclude(found, ExclusionReason.HOST_LIMIT);
      return;
    }
    taken++;
    site.locate(found.key()).ifPresentOrElse(place -> visit(place, found), () -> lose(found));
  }

  private void visit(Place place, Found found) {
    switch (verdict(place)) {
      case ALLOWED -> {
        var resource = site.resource(place);
        records.put(found.key(), Expected.answered(site, resource, found));
        leastHops.put(found.key(), found.rank().hops());
        follow(resource, found);
      }
      case DISALLOWED -> exclude(found, ExclusionReason.ROBOTS);
      case UNKNOWN -> exclude(found, ExclusionReason.ROBOTS_UNAVAILABLE);
    }
  }

  private void follow(Resource resource, Found found) {
    switch (resource) {
      case Resource.Page page -> page.followed().forEach(key -> discover(found.link(key)));
      case Resource.Redirect(_, _, var target) -> discover(found.redirect(site.key(target)));
      case Resource.Document _, Resource.Refusal _ -> {}
    }
  }

  private void revisit(Found found) {
    if (found.rank().hops() < leastHops.getOrDefault(found.key(), 0)) {
      leastHops.put(found.key(), found.rank().hops());
      if (site.resource(site.locate(found.key()).orElseThrow())
          instanceof Resource.Redirect moved) {
        follow(moved, found);
      }
    }
  }

  private RobotsKind.Verdict verdict(Place place) {
    return crawl.politeness().obeyRobots()
        ? site.robots(place.host()).verdict(place.path())
        : RobotsKind.Verdict.ALLOWED;
  }

  private void exclude(Found found, ExclusionReason reason) {
    records.put(found.key(), Expected.unfetched(found, RecordOutcome.EXCLUDED, reason));
  }

  /// A host without an address fails as such, also when that shows at its robots.txt.
  private void lose(Found found) {
    records.put(found.key(), Expected.unfetched(found, RecordOutcome.FAILED, FailureReason.DNS));
  }

  private void giveUp(Found found) {
    if (!isDecided(found.key())) {
      boolean trap = Traps.isTrap(found.key());
      exclude(found, trap ? ExclusionReason.TRAP : ExclusionReason.REDIRECT_LIMIT);
    }
  }

  private boolean isDecided(String key) {
    return records.containsKey(key) || leftOut.contains(key);
  }

  private boolean isInScope(String key) {
    return switch (crawl.scope()) {
      case ANY -> true;
      case HOST -> seedHosts.contains(host(key));
      case PAGE -> false;
      case PREFIX -> seeds.stream().anyMatch(seed -> key.startsWith(upToLastSlash(seed)));
      case DOMAIN -> throw new IllegalArgumentException("no truth for scope " + ScopeKind.DOMAIN);
    };
  }

  private static String upToLastSlash(String seed) {
    return seed.substring(0, seed.lastIndexOf('/') + 1);
  }

  private static String host(String key) {
    return key.substring(0, key.indexOf('/', "http://".length()));
  }
}
