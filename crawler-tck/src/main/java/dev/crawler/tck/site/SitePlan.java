package dev.crawler.tck.site;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/// The size and make of a site. *Immutable.*
///
/// @param hosts in all
/// @param seedHosts hosts whose home page is a seed, the first ones; links to the others lead out
///   of a crawl's usual scope
/// @param pagesPerHost linked with each other; chains, loops and traps come on top
/// @param minLatency of an answer
/// @param maxLatency of an answer; each place has its own, between the two
/// @param make of its pages
/// @param features what there is besides pages
public record SitePlan(
    int hosts,
    int seedHosts,
    int pagesPerHost,
    Duration minLatency,
    Duration maxLatency,
    PageMake make,
    Set<Feature> features) {
  /// About a hundred URLs with everything in it: crawled in a fraction of a second.
  public static final SitePlan SMALL =
      new SitePlan(
          4,
          3,
          24,
          Duration.ZERO,
          Duration.ofMillis(2),
          PageMake.USUAL,
          EnumSet.allOf(Feature.class));

  /// Refuses nonsense.
  public SitePlan {
    if (seedHosts < 1 || hosts < seedHosts || pagesPerHost < 1) {
      throw new IllegalArgumentException(
          "a site needs hosts and pages: %d, %d, %d".formatted(hosts, seedHosts, pagesPerHost));
    }
    if (minLatency.isNegative() || maxLatency.compareTo(minLatency) < 0) {
      throw new IllegalArgumentException(
          "a site's latency is from %s to %s".formatted(minLatency, maxLatency));
    }
    features = Set.copyOf(features);
  }

  /// The same with so many hosts, all of them seeds.
  public SitePlan hosts(int count) {
    return new SitePlan(count, count, pagesPerHost, minLatency, maxLatency, make, features);
  }

  /// The same with so many pages a host.
  public SitePlan pagesPerHost(int count) {
    return new SitePlan(hosts, seedHosts, count, minLatency, maxLatency, make, features);
  }

  /// The same with answers that take up to so long.
  public SitePlan maxLatency(Duration value) {
    return latency(Duration.ZERO, value);
  }

  /// The same with answers that take so long.
  public SitePlan latency(Duration min, Duration max) {
    return new SitePlan(hosts, seedHosts, pagesPerHost, min, max, make, features);
  }

  /// The same with pages of another make.
  public SitePlan make(PageMake value) {
    return new SitePlan(hosts, seedHosts, pagesPerHost, minLatency, maxLatency, value, features);
  }

  /// The same without some features.
  public SitePlan without(Feature... unwanted) {
    var left = EnumSet.noneOf(Feature.class);
    left.addAll(features);
    left.removeAll(Set.of(unwanted));
    return new SitePlan(hosts, seedHosts, pagesPerHost, minLatency, maxLatency, make, left);
  }

  /// The same with nothing but pages.
  public SitePlan plain() {
    return without(Feature.values());
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }
}
