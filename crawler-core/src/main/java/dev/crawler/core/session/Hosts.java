package dev.crawler.core.session;

import dev.crawler.core.plan.Politeness;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.HostKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// The queues of all hosts met so far. *Confined to its session.*
final class Hosts {
  private final Politeness politeness;
  private final Backoff backoff;
  private final Instant quietUntil;
  private final Map<HostKey, HostQueue> queues = new HashMap<>();

  /// @param quietUntil no host is asked before
  Hosts(Politeness politeness, Backoff backoff, Instant quietUntil) {
    this.politeness = politeness;
    this.backoff = backoff;
    this.quietUntil = quietUntil;
  }

  /// The queue of a URL's host.
  HostQueue of(CrawlUrl url) {
    return named(url.hostKey());
  }

  HostQueue named(HostKey host) {
    return queues.computeIfAbsent(
        host, key -> new HostQueue(key, new Courtesy(politeness, backoff, quietUntil)));
  }

  Collection<HostQueue> all() {
    return queues.values();
  }

  int size() {
    return queues.size();
  }
}
