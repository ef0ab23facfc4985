package dev.crawler.core.session;

import dev.crawler.core.fetch.Link;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Limits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How many pages are taken on: of the crawl, of a host, of a domain. Links come in the order in
/// which they count. *Confined to its session.*
final class Quota {
  /// What the limits say to a link.
  enum Verdict {
    TAKEN_ON,
    BEYOND_PAGES,
    BEYOND_HOST
  }

  private final CrawlPlan plan;
  private final CrawlListener listener;
  private final DomainBudget domains;
  private final Set<String> limitsHit = new HashSet<>();
  private long pages;
  private @Nullable String lastKey;
  private final Comparator<Link> inOrder;
  private @Nullable Link lastRetaken;

  Quota(CrawlPlan plan, CrawlListener listener, boolean shared) {
    this.plan = plan;
    this.listener = listener;
    this.domains = DomainBudget.of(plan);
    this.inOrder =
        Comparator.comparing((Link link) -> Level.of(link, plan.limits().maxRedirects()))
            .thenComparing(link -> link.url().key());
    this.pages = shared ? Long.MAX_VALUE : plan.limits().maxPages().orElse(Long.MAX_VALUE);
  }

  /// A shard does not count the pages of the crawl: who sees all shards says where they end.
  void endPagesAfter(@Nullable String key) {
    lastKey = key;
  }

  Verdict take(Link link, HostQueue host) {
    if (isSpent(link)) {
      hit("max-pages");
      return Verdict.BEYOND_PAGES;
    }
    if (!takePlace(link, host)) {
      hit("max-host-pages");
      return Verdict.BEYOND_HOST;
    }
    pages--;
    return Verdict.TAKEN_ON;
  }

  /// Counts a page that was taken on before.
  void retake(Link link, HostQueue host) {
    var _ = takePlace(link, host);
    pages--;
    if (lastRetaken == null || inOrder.compare(link, lastRetaken) > 0) {
      lastRetaken = link;
    }
  }

  /// The keys of those links that would be taken on if the crawl had no limit of pages.
  List<String> applicants(List<Link> links, Function<Link, HostQueue> hosts) {
    var taken = new HashMap<HostQueue, Integer>();
    var takenOfDomain = new HashMap<DomainBudget.Count, Long>();
    var keys = new ArrayList<String>();
    for (var link : links) {
      var host = hosts.apply(link);
      taken.putIfAbsent(host, host.taken());
      domains.note(link, host, takenOfDomain);
      if (takePlace(link, host)) {
        keys.add(link.url().key());
      }
    }
    taken.forEach(HostQueue::resetTaken);
    takenOfDomain.forEach(DomainBudget.Count::reset);
    return keys;
  }

  private boolean isSpent(Link link) {
    return pages <= 0 && !isBeforeRetaken(link)
        || lastKey != null && link.url().key().compareTo(lastKey) > 0;
  }

  /// Whether a page that comes later was taken on before: then there was room for this one, too.
  private boolean isBeforeRetaken(Link link) {
    return lastRetaken != null && inOrder.compare(link, lastRetaken) < 0;
  }

  private boolean takePlace(Link link, HostQueue host) {
    return host.takeOn(hostLimit(link)) && domains.takeOn(link, host);
  }

  private int hostLimit(Link link) {
    return plan.limits()
        .maxHostPages()
        .orElse(link.isSeed() ? Integer.MAX_VALUE : Limits.HOST_PAGES);
  }

  private void hit(String limit) {
    if (limitsHit.add(limit)) {
      listener.limitHit(limit);
    }
  }
}
