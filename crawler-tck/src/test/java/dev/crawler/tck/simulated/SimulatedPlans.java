package dev.crawler.tck.simulated;

import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.tck.site.Site;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/// Plans drawn from a seed: any depth, scope, budgets, manners and concurrency.
final class SimulatedPlans {
  private static final List<Depth> DEPTHS =
      List.of(Depth.SEEDS, new Depth(1), new Depth(2), new Depth(4), Depth.UNLIMITED);
  private static final Duration MOST = Duration.ofSeconds(60);

  private SimulatedPlans() {}

  static CrawlPlan of(Site site, long seed) {
    var random = new SplittableRandom(seed);
    return CrawlPlan.of(site.seedUrls())
        .depth(DEPTHS.get(random.nextInt(DEPTHS.size())))
        .scope(random.nextInt(4) == 0 ? ScopeKind.ANY : ScopeKind.HOST)
        .limits(limits(random))
        .politeness(politeness(random))
        .allowPrivate(true)
        .randomSeed(random.nextLong())
        .build();
  }

  private static Limits limits(SplittableRandom random) {
    var maxPages =
        random.nextInt(3) == 0 ? OptionalLong.of(1 + random.nextInt(60)) : OptionalLong.empty();
    var maxHostPages =
        random.nextInt(4) == 0 ? OptionalInt.of(1 + random.nextInt(20)) : OptionalInt.empty();
    int concurrency = 1 + random.nextInt(20);
    var wait = Duration.ofMillis(100);
    return new Limits(concurrency, maxPages, maxHostPages, random.nextInt(12), 2, wait);
  }

  private static Politeness politeness(SplittableRandom random) {
    var delay = Duration.ofMillis(random.nextInt(3) * 100L);
    return new Politeness(1 + random.nextInt(2), delay, MOST, random.nextInt(5) > 0);
  }
}
