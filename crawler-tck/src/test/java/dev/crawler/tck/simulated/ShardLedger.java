package dev.crawler.tck.simulated;

import dev.crawler.core.fetch.Link;
import dev.crawler.core.session.Dispatch;
import dev.crawler.core.session.Release;
import dev.crawler.core.session.Settled;
import dev.crawler.core.session.Shard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What outlives the owner of a shard, in its simplest form. *Confined to one thread.*
final class ShardLedger {
  private final Map<String, Set<Link>> opened = new LinkedHashMap<>();
  private final Map<String, Settled> settled = new LinkedHashMap<>();
  private final Set<String> refused = new LinkedHashSet<>();
  private final Set<Dispatch> letters = new LinkedHashSet<>();
  private final List<Release> releases = new ArrayList<>();

  void open(Link link) {
    opened.computeIfAbsent(link.url().key(), _ -> new LinkedHashSet<>()).add(link);
  }

  void refuse(String text) {
    refused.add(text);
  }

  /// Whether this is the first time.
  boolean settle(String key, Settled how) {
    return settled.putIfAbsent(key, how) == null;
  }

  boolean settleText(String text) {
    return refused.remove(text);
  }

  void send(Dispatch letter) {
    letters.add(letter);
  }

  void answered(Dispatch letter) {
    letters.remove(letter);
  }

  void release(Release release) {
    releases.add(release);
  }

  /// Tells a new owner all that concerns a shard.
  void tell(Shard shard, int partition, HashedPartitions partitions, Instant now) {
    settled.forEach((key, how) -> {
      if (partitions.of(how.link().url()) == partition) {
        shard.restore(how);
      }
    });
    refused.stream().filter(text -> partitions.ofText(text) == partition).forEach(shard::refuse);
    opened
        .values()
        .forEach(ways -> {
          if (partitions.of(ways.iterator().next().url()) == partition) {
            shard.discover(ways);
          }
        });
    releases.forEach(shard::release);
    letters.stream()
        .filter(letter -> partitions.of(letter.addressee()) == partition)
        .forEach(letter -> shard.receive(letter, now));
  }
}
