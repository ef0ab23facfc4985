package dev.crawler.core.session;

import dev.crawler.core.fetch.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Links that are held back until everything released before is settled: the later levels of a
/// levelled crawl, and links reached by too many redirects in any crawl, which a shorter way may
/// still reach. One link a key: the one with the least depth, then hops, then referrer. *Confined
/// to its session.*
final class Backlog {
  private final Map<String, Link> links = new HashMap<>();
  private final Comparator<Link> byLevel;
  private final Comparator<Link> byWay;

  /// @param maxRedirects hops beyond which a link comes after all others
  Backlog(int maxRedirects) {
    byLevel =
        Comparator.comparing((Link link) -> link.hops() > maxRedirects)
            .thenComparingInt(Link::depth)
            .thenComparingInt(Link::hops);
    byWay =
        byLevel
            .thenComparing(
                link -> link.referrer() == null ? "" : link.referrer().key(),
                Comparator.naturalOrder())
            .thenComparing(Link::url);
  }

  void offer(Link link) {
    links.merge(link.url().key(), link, (a, b) -> byWay.compare(a, b) <= 0 ? a : b);
  }

  void remove(String key) {
    links.remove(key);
  }

  /// Takes out the first level, in the order of its keys; empty when nothing is held back.
  List<Link> pollLevel() {
    var level = new ArrayList<Link>();
    for (var link : links.values()) {
      int order = level.isEmpty() ? 0 : byLevel.compare(link, level.getFirst());
      if (order < 0) {
        level.clear();
      }
      if (order <= 0) {
        level.add(link);
      }
    }
    level.sort(Comparator.comparing(link -> link.url().key()));
    level.forEach(link -> links.remove(link.url().key()));
    return level;
  }

  int size() {
    return links.size();
  }

  /// Takes out everything.
  List<Link> drain() {
    var all = List.copyOf(links.values());
    links.clear();
    return all;
  }
}
