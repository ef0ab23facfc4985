package dev.crawler.core.plan;

import dev.crawler.core.fetch.Journal;
import dev.crawler.core.record.EarlierCrawl;
import java.util.List;

/// Makes a [CrawlPlan]. *Confined to one thread.*
public final class CrawlPlanBuilder {
  private Iterable<String> seeds;
  private Depth depth = Depth.SEEDS;
  private ScopeKind scope = ScopeKind.HOST;
  private UrlFilter filter = UrlFilter.ALL;
  private Limits limits = Limits.DEFAULT;
  private Politeness politeness = Politeness.DEFAULT;
  private HttpSettings http = HttpSettings.DEFAULT;
  private Sitemaps sitemaps = Sitemaps.NONE;
  private EarlierCrawl earlier = EarlierCrawl.NONE;
  private Journal journal = Journal.NONE;
  private SimHashing simHashing = SimHashing.NONE;
  private boolean allowPrivate;
  private long randomSeed = 42;

  CrawlPlanBuilder(Iterable<String> seeds) {
    this.seeds = seeds;
  }

  CrawlPlanBuilder(CrawlPlan plan) {
    seeds = plan.seeds();
    depth = plan.depth();
    scope = plan.scope();
    filter = plan.filter();
    limits = plan.limits();
    politeness = plan.politeness();
    http = plan.http();
    sitemaps = plan.sitemaps();
    earlier = plan.earlier();
    journal = plan.journal();
    simHashing = plan.simHashing();
    allowPrivate = plan.allowPrivate();
    randomSeed = plan.randomSeed();
  }

  /// Input texts, one URL each, which are iterated once by each run.
  public CrawlPlanBuilder seeds(Iterable<String> value) {
    seeds = value;
    return this;
  }

  /// How far from the seeds; the seeds alone by default.
  public CrawlPlanBuilder depth(Depth value) {
    depth = value;
    return this;
  }

  /// Which discovered URLs belong; those on a seed's host by default.
  public CrawlPlanBuilder scope(ScopeKind value) {
    scope = value;
    return this;
  }

  /// Which URLs belong by pattern; all by default.
  public CrawlPlanBuilder filter(List<String> includes, List<String> excludes) {
    filter = UrlFilter.of(includes, excludes);
    return this;
  }

  /// What bounds the crawl.
  public CrawlPlanBuilder limits(Limits value) {
    limits = value;
    return this;
  }

  /// How gently hosts are treated.
  public CrawlPlanBuilder politeness(Politeness value) {
    politeness = value;
    return this;
  }

  /// How requests are made.
  public CrawlPlanBuilder http(HttpSettings value) {
    http = value;
    return this;
  }

  /// Sitemaps whose URLs are seeds, too; none by default.
  public CrawlPlanBuilder sitemaps(Sitemaps value) {
    sitemaps = value;
    return this;
  }

  /// A crawl by which to ask whether pages have changed; none by default.
  public CrawlPlanBuilder earlier(EarlierCrawl value) {
    earlier = value;
    return this;
  }

  /// What outlives the process; nothing by default.
  public CrawlPlanBuilder journal(Journal value) {
    journal = value;
    return this;
  }

  /// Whether pages are looked at for near-duplicates; they are not by default.
  public CrawlPlanBuilder simHashing(SimHashing value) {
    simHashing = value;
    return this;
  }

  /// Lets discovered URLs lead to private addresses.
  public CrawlPlanBuilder allowPrivate(boolean value) {
    allowPrivate = value;
    return this;
  }

  /// Seed of the jitter in waits.
  public CrawlPlanBuilder randomSeed(long value) {
    randomSeed = value;
    return this;
  }

  /// The plan.
  public CrawlPlan build() {
    return new CrawlPlan(
        seeds,
        depth,
        scope,
        filter,
        limits,
        politeness,
        http,
        sitemaps,
        earlier,
        journal,
        simHashing,
        allowPrivate,
        randomSeed);
  }
}
