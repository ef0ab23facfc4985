package dev.crawler.core.session;

import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.HostKey;
import java.util.HashSet;
import java.util.Set;

/// A sitemap on its way: how it was reached, and for which hosts it may list pages. *Confined to
/// its session.*
final class Sitemap {
  private static final int MAX_HOPS = 10;

  /// Indexes within indexes.
  private static final int MAX_NESTING = 3;

  private final CrawlUrl url;
  private final Set<HostKey> hosts;
  private int nesting;
  private int hops;
  private boolean named;
  private boolean asked;

  private Sitemap(CrawlUrl url, Set<HostKey> hosts, int nesting, int hops, boolean named) {
    this.url = url;
    this.hosts = new HashSet<>(hosts);
    this.hosts.add(url.hostKey());
    this.nesting = nesting;
    this.hops = hops;
    this.named = named;
  }

  /// One that the user named: whatever it lists counts.
  static Sitemap named(CrawlUrl url) {
    return new Sitemap(url, Set.of(), 0, 0, true);
  }

  /// One that the robots.txt of that host names: it may list that host's pages, and its own's.
  static Sitemap vouchedFor(CrawlUrl url, HostKey host) {
    return new Sitemap(url, Set.of(host), 0, 0, false);
  }

  /// One that this one lists.
  Sitemap within(CrawlUrl target) {
    return new Sitemap(target, hosts, nesting + 1, 0, named);
  }

  /// The one that this one redirects to.
  Sitemap movedTo(CrawlUrl target) {
    return new Sitemap(target, hosts, nesting, hops + 1, named);
  }

  /// Takes in another way to it, unless it is too late.
  void merge(Sitemap other) {
    if (!asked) {
      hosts.addAll(other.hosts);
      nesting = Math.min(nesting, other.nesting);
      hops = Math.min(hops, other.hops);
      named |= other.named;
    }
  }

  /// Whether it is asked for now, for the first time.
  boolean ask() {
    boolean first = !asked;
    asked = true;
    return first;
  }

  /// Whether it may list that page (sitemaps.org, cross submits).
  boolean mayList(CrawlUrl page) {
    return named || hosts.contains(page.hostKey());
  }

  boolean isTooFar() {
    return nesting > MAX_NESTING || hops > MAX_HOPS;
  }

  boolean isNamed() {
    return named;
  }

  CrawlUrl url() {
    return url;
  }

  String key() {
    return url.key();
  }
}
