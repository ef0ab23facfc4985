package dev.crawler.core.session;

import dev.crawler.core.fetch.Link;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Links that are held back until everything released before is settled: the later levels of a
/// levelled crawl, and links reached by too many redirects in any crawl, which a shorter way may
/// still reach. One link a key and level: the one with the least referrer. A key may wait in two
/// levels, for a way with more links may have fewer redirects; when its second turn comes, it is
/// known. *Confined to its session.*
final class Backlog {
  /// Of two ways to a URL on one level, the one that counts comes first.
  static final Comparator<Link> BY_REFERRER =
      Comparator.comparing((Link link) -> link.referrer() == null ? "" : link.referrer().key())
          .thenComparing(Link::url);

  private final NavigableMap<Level, Map<String, Link>> levels = new TreeMap<>();
  private final int maxRedirects;

  /// @param maxRedirects hops beyond which a link comes after all others
  Backlog(int maxRedirects) {
    this.maxRedirects = maxRedirects;
  }

  void offer(Link link) {
    levels
        .computeIfAbsent(Level.of(link, maxRedirects), _ -> new HashMap<>())
        .merge(link.url().key(), link, (a, b) -> BY_REFERRER.compare(a, b) <= 0 ? a : b);
  }

  /// The first level; empty when nothing is held back.
  Optional<Level> first() {
    return levels.isEmpty() ? Optional.empty() : Optional.of(levels.firstKey());
  }

  /// Takes out a level, in the order of its keys.
  List<Link> poll(Level level) {
    var links = peek(level);
    levels.remove(level);
    return links;
  }

  /// The links of a level, in the order of their keys.
  List<Link> peek(Level level) {
    return levels.getOrDefault(level, Map.of()).values().stream()
        .sorted(Comparator.comparing(link -> link.url().key()))
        .toList();
  }

  int size() {
    return levels.values().stream().mapToInt(Map::size).sum();
  }

  /// Takes out everything, level by level.
  List<Link> drain() {
    var all = levels.values().stream().map(Map::values).flatMap(Collection::stream).toList();
    levels.clear();
    return all;
  }
}
