package dev.crawler.core.session;

import dev.crawler.core.fetch.Link;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Links that are held back until everything released before is settled: the later levels of a
/// levelled crawl, and links reached by too many redirects in any crawl, which a shorter way may
/// still reach. One link a key and level: the one with the least referrer. A key may wait in two
/// levels, for a way with more links may have fewer redirects; when its second turn comes, it is
/// known. *Confined to its session.*
final class Backlog {
  private final NavigableMap<Level, HeldLevel> levels = new TreeMap<>();
  private final int maxRedirects;
  private final Reserve reserve;
  private final long room;
  private long inMemory;

  /// @param maxRedirects hops beyond which a link comes after all others
  Backlog(int maxRedirects, Reserve reserve) {
    this.maxRedirects = maxRedirects;
    this.reserve = reserve;
    this.room = reserve.room() - reserve.room() / 2;
  }

  void offer(Link link) {
    var level = levels.computeIfAbsent(Level.of(link, maxRedirects), _ -> new HeldLevel(reserve));
    int before = level.inMemory();
    level.offer(link);
    inMemory += level.inMemory() - before;
    if (inMemory > room) {
      spill();
    }
  }

  /// Of many levels the largest goes to the reserve: runs are to be few.
  private void spill() {
    var largest = Collections.max(levels.values(), Comparator.comparingInt(HeldLevel::inMemory));
    inMemory -= largest.inMemory();
    largest.spill();
  }

  /// The first level; empty when nothing is held back.
  Optional<Level> first() {
    return levels.isEmpty() ? Optional.empty() : Optional.of(levels.firstKey());
  }

  /// Takes out a level, in the order of its keys. It is in memory, as far as it is, until the last
  /// link is read.
  Iterator<Link> poll(Level level) {
    var held = levels.remove(level);
    if (held == null) {
      return Collections.emptyIterator();
    }
    inMemory -= held.inMemory();
    return held.takeOut();
  }

  /// The links of a level, in the order of their keys.
  Iterator<Link> peek(Level level) {
    var held = levels.get(level);
    return held == null ? Collections.emptyIterator() : held.read();
  }

  /// How many are held back; of those in the reserve some may be counted more than once.
  long size() {
    long size = 0;
    for (var level : levels.values()) {
      size += level.size();
    }
    return size;
  }

  /// Takes out everything, level by level.
  Iterator<Link> drain() {
    var all = List.copyOf(levels.values());
    levels.clear();
    inMemory = 0;
    return new Chain<>(all.stream().map(HeldLevel::takeOut).iterator());
  }
}
