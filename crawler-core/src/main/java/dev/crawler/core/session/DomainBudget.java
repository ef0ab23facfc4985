package dev.crawler.core.session;

import dev.crawler.core.fetch.Link;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.ScopeKind;
import java.util.HashMap;
import java.util.Map;

/// How many discovered pages a registrable domain may have, all its hosts together: where any name
/// below a domain leads to a server, each host of it is a new one and keeps no limit of its own.
/// Counts only where links can lead to hosts that no seed names. *Confined to its session.*
final class DomainBudget {
  /// Pages of a domain, in those of a host.
  private static final long HOSTS_WORTH = 10;

  /// Pages taken on of one domain. *Confined to its session.*
  static final class Count {
    private long taken;

    void reset(long former) {
      taken = former;
    }
  }

  private final boolean meetsNewHosts;
  private final long most;
  private final Map<String, Count> counts = new HashMap<>();

  private DomainBudget(boolean meetsNewHosts, long most) {
    this.meetsNewHosts = meetsNewHosts;
    this.most = most;
  }

  static DomainBudget of(CrawlPlan plan) {
    var scope = plan.scope();
    return new DomainBudget(
        scope == ScopeKind.DOMAIN || scope == ScopeKind.ANY,
        HOSTS_WORTH * plan.limits().maxHostPages().orElse(Limits.HOST_PAGES));
  }

  /// Counts a URL taken on, up to the limit; false beyond it.
  boolean takeOn(Link link, HostQueue host) {
    return !meetsNewHosts || link.isSeed() || ++host.domain(() -> count(link)).taken <= most;
  }

  /// Notes how many pages of the link's domain were taken on, unless that is noted already.
  void note(Link link, HostQueue host, Map<Count, Long> notes) {
    if (meetsNewHosts && !link.isSeed()) {
      var count = host.domain(() -> count(link));
      notes.putIfAbsent(count, count.taken);
    }
  }

  private Count count(Link link) {
    return counts.computeIfAbsent(RegistrableDomain.of(link.url()), _ -> new Count());
  }
}
