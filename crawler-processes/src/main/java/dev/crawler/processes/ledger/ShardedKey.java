package dev.crawler.processes.ledger;

import com.hazelcast.partition.PartitionAware;

/// A name that lies with its shard: a URL's key, a host, a letter. *Immutable.*
///
/// @param shard what decides the partition
/// @param name what tells it from others of its shard
public record ShardedKey(String shard, String name) implements PartitionAware<String> {
  @Override
  public String getPartitionKey() {
    return shard;
  }
}
