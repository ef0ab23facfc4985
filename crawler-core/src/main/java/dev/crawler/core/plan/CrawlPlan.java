package dev.crawler.core.plan;

import dev.crawler.core.fetch.Journal;
import dev.crawler.core.record.EarlierCrawl;
import java.util.List;

/// Everything a person asks of a crawl but its seeds' number: read by engines and sessions, changed
/// by none. *Immutable but for the seeds, which are iterated once by each run.*
///
/// @param seeds input texts, one URL each, as the user wrote them; see [SeedText]
/// @param depth how far from the seeds
/// @param scope which discovered URLs belong
/// @param filter which URLs belong, by pattern
/// @param limits what bounds the crawl
/// @param politeness how gently hosts are treated
/// @param http how requests are made
/// @param sitemaps whose URLs are seeds, too
/// @param earlier a crawl by which to ask whether pages have changed
/// @param journal of what outlives the process
/// @param simHashing whether pages are looked at for near-duplicates
/// @param allowPrivate whether discovered URLs may lead to private addresses
/// @param randomSeed of the jitter in waits, so that a simulated crawl can be replayed
public record CrawlPlan(
    Iterable<String> seeds,
    Depth depth,
    ScopeKind scope,
    UrlFilter filter,
    Limits limits,
    Politeness politeness,
    HttpSettings http,
    Sitemaps sitemaps,
    EarlierCrawl earlier,
    Journal journal,
    SimHashing simHashing,
    boolean allowPrivate,
    long randomSeed) {

  /// Refuses two answers to one question: which version of a page is known, and whether robots.txt
  /// is read.
  public CrawlPlan {
    if (sitemaps.discovers() && !politeness.obeyRobots()) {
      throw new IllegalArgumentException(
          "sitemaps are discovered in robots.txt, which is not asked for when it is ignored");
    }
    for (var name : List.of("If-None-Match", "If-Modified-Since")) {
      if (!earlier.equals(EarlierCrawl.NONE) && http.headers().first(name).isPresent()) {
        throw new IllegalArgumentException(
            "header " + name + " is set from the earlier crawl already");
      }
    }
  }

  /// A plan with the contract's defaults for these seeds.
  public static CrawlPlanBuilder of(String... seeds) {
    return of(List.of(seeds));
  }

  /// A plan with the contract's defaults for these seeds, which are iterated once by each run.
  public static CrawlPlanBuilder of(Iterable<String> seeds) {
    return new CrawlPlanBuilder(seeds);
  }

  /// The same for other seeds.
  public CrawlPlan with(Iterable<String> otherSeeds, Sitemaps otherSitemaps) {
    return change().seeds(otherSeeds).sitemaps(otherSitemaps).build();
  }

  /// The same, asking by that crawl whether pages have changed.
  ///
  /// @throws IllegalArgumentException when the settings ask so already
  public CrawlPlan since(EarlierCrawl crawl) {
    return change().earlier(crawl).build();
  }

  /// The same, kept in that journal.
  public CrawlPlan in(Journal kept) {
    return change().journal(kept).build();
  }

  /// A builder that makes this plan again, but for what is changed in it.
  public CrawlPlanBuilder change() {
    return new CrawlPlanBuilder(this);
  }

  /// Whether levels are released one after the other, so that depths are true distances and budgets
  /// fall on the same URLs in every run (see `docs/adr/0003-levels.md`).
  public boolean isLevelled() {
    boolean discovers = depth.value() > 0;
    return limits.maxPages().isPresent()
        || (discovers && (!depth.isUnlimited() || limits.maxHostPages().isPresent()));
  }

  /// Our name in robots.txt.
  public String productToken() {
    return UserAgent.productToken(http.userAgent());
  }
}
