package dev.crawler.tck.contract;

import dev.crawler.core.fetch.Headers;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.CrawlPlanBuilder;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.plan.UserAgent;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/// Plans that contract tests crawl by: quick, for everything is on this machine.
final class Plans {
  private static final Duration MOST = Duration.ofSeconds(60);

  private Plans() {}

  /// Everything in scope, with no delay.
  static CrawlPlanBuilder everything(List<String> seeds) {
    return CrawlPlan.of(seeds)
        .depth(Depth.UNLIMITED)
        .limits(limits(16, OptionalLong.empty(), 10))
        .politeness(politeness(1, Duration.ZERO))
        .http(http(Duration.ofSeconds(20)))
        .allowPrivate(true);
  }

  static Limits limits(int concurrency, OptionalLong maxPages, int maxRedirects) {
    var none = OptionalInt.empty();
    return new Limits(concurrency, maxPages, none, maxRedirects, 2, Duration.ofMillis(1));
  }

  static Politeness politeness(int perHost, Duration delay) {
    return new Politeness(perHost, delay, MOST, true);
  }

  static HttpSettings http(Duration timeout) {
    var connect = timeout.dividedBy(2);
    return new HttpSettings(connect, timeout, 10 << 20, UserAgent.DEFAULT, Headers.NONE, true);
  }

  /// A plan of that seed: any depth, scope, budget and concurrency.
  static CrawlPlan anyOf(long seed, List<String> seeds) {
    var random = new SplittableRandom(seed);
    var depths = List.of(Depth.SEEDS, new Depth(1), new Depth(3), Depth.UNLIMITED, Depth.UNLIMITED);
    var maxPages =
        random.nextInt(4) == 0 ? OptionalLong.of(1 + random.nextInt(60)) : OptionalLong.empty();
    return everything(seeds)
        .depth(depths.get(random.nextInt(depths.size())))
        .scope(random.nextInt(4) == 0 ? ScopeKind.ANY : ScopeKind.HOST)
        .limits(limits(1 + random.nextInt(24), maxPages, random.nextInt(12)))
        .politeness(politeness(1 + random.nextInt(3), Duration.ZERO))
        .randomSeed(seed)
        .build();
  }
}
