package dev.crawler.processes.ledger;

import dev.crawler.core.fetch.Link;
import dev.crawler.core.session.Ways;
import java.util.LinkedHashMap;
import java.util.Map;

/// Ways that this process has put into the ledger not long ago: most links of a page were seen
/// before, and what is no use beside these is no use beside all. Bounded: the one longest unused
/// goes. *Thread-safe.*
final class KnownWays {
  private static final int MOST = 50_000;
  private static final float LOAD_FACTOR = 0.75f;

  private final Ways none;
  private final Map<String, Ways> known =
      new LinkedHashMap<>(MOST, LOAD_FACTOR, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Ways> eldest) {
          return size() > MOST;
        }
      };

  KnownWays(Ways none) {
    this.none = none;
  }

  /// Whether the ledger may want it.
  synchronized boolean isUseful(String key, Link link) {
    var ways = known.get(key);
    return ways == null || ways.add(link) != ways;
  }

  /// It is in the ledger.
  synchronized void add(String key, Link link) {
    known.put(key, known.getOrDefault(key, none).add(link));
  }

  synchronized void clear() {
    known.clear();
  }
}
