package dev.crawler.processes.ledger;

import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.session.RegistrableDomain;
import dev.crawler.core.url.CrawlUrl;

/// What decides which shard a URL belongs to: its host, or its registrable domain where the plan
/// has a budget for domains, so that no budget is shared between shards. *Immutable.*
///
/// @param byDomain whether the hosts of one domain stay together
public record ShardKeys(boolean byDomain) {
  /// The rule for a plan.
  public static ShardKeys of(CrawlPlan plan) {
    return new ShardKeys(plan.scope() == ScopeKind.DOMAIN || plan.scope() == ScopeKind.ANY);
  }

  /// The shard key of a URL.
  public String of(CrawlUrl url) {
    return byDomain ? RegistrableDomain.of(url) : url.hostKey().value();
  }
}
