package dev.crawler.tck.simulated;

import dev.crawler.core.session.Partitions;
import dev.crawler.core.url.CrawlUrl;

/// Hosts spread over so many shards. *Immutable.*
record HashedPartitions(int count) implements Partitions {
  @Override
  public int of(CrawlUrl url) {
    return ofText(url.hostKey().value());
  }

  @Override
  public int ofText(String text) {
    return Math.floorMod(text.hashCode(), count);
  }
}
