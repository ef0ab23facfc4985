package dev.crawler.processes.ledger;

import com.hazelcast.core.HazelcastInstance;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.url.CrawlUrl;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/// The ledger. *Thread-safe.*
public final class Ledger {
  public Ledger(HazelcastInstance hazelcast, ShardKeys keys, boolean levelled, int maxRedirects) {}

  public int partitionOf(CrawlUrl url) {
    throw new UnsupportedOperationException();
  }

  public void open(Collection<Link> links) {
    throw new UnsupportedOperationException();
  }

  public void openTexts(Collection<String> texts) {
    throw new UnsupportedOperationException();
  }

  public boolean settle(String shardKey, String key, Settlement settlement) {
    throw new UnsupportedOperationException();
  }

  public void acknowledge(String shardKey, String key) {
    throw new UnsupportedOperationException();
  }

  public List<LedgerEntry> takeOver(int partition, long epoch) {
    throw new UnsupportedOperationException();
  }

  public List<LedgerEntry> open(int partition) {
    throw new UnsupportedOperationException();
  }

  public Map<ShardedKey, Settlement> settlements(Set<ShardedKey> keys) {
    throw new UnsupportedOperationException();
  }

  public long settledCount() {
    throw new UnsupportedOperationException();
  }

  public Runnable listen(BiConsumer<Integer, LedgerEntry> hint) {
    throw new UnsupportedOperationException();
  }

  public int reopen(int worker) {
    throw new UnsupportedOperationException();
  }

  public void clear() {
    throw new UnsupportedOperationException();
  }
}
