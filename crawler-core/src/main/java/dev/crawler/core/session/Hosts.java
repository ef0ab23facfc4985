package dev.crawler.core.session;

import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.HostKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// The queues of all hosts met so far. *Confined to its session.*
final class Hosts {
  private final Politeness politeness;
  private final Backoff backoff;
  private final Instant quietUntil;
  private final Room room;
  private final Map<HostKey, HostQueue> queues = new HashMap<>();

  /// @param quietUntil no host is asked before
  Hosts(Politeness politeness, Backoff backoff, Instant quietUntil, Room room) {
    this.politeness = politeness;
    this.backoff = backoff;
    this.quietUntil = quietUntil;
    this.room = room;
  }

  /// The queue of a URL's host.
  HostQueue of(CrawlUrl url) {
    return named(url.hostKey());
  }

  HostQueue named(HostKey host) {
    return queues.computeIfAbsent(
        host, key -> new HostQueue(key, new Courtesy(politeness, backoff, quietUntil), room));
  }

  Collection<HostQueue> all() {
    return queues.values();
  }

  /// Takes out the pages among what is urgent, beside these, and forgets all errands.
  List<Link> cancel(List<FetchTask> retries) {
    var tasks = new ArrayList<>(retries);
    queues.values().forEach(host -> host.drainUrgentTo(tasks));
    return tasks.stream()
        .filter(task -> task.purpose() == FetchTask.Purpose.PAGE)
        .map(FetchTask::link)
        .toList();
  }

  /// Takes out all links, one by one, of the hosts met so far.
  Iterator<Link> drain() {
    var hosts = List.copyOf(queues.values());
    return new Chain<>(hosts.stream().map(HostQueue::drain).iterator());
  }

  int size() {
    return queues.size();
  }
}
