package dev.crawler.processes.ledger;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.partition.PartitionAware;
import java.io.IOException;

/// A name that lies with its shard: a URL's key, a host, a letter. *Immutable.*
///
/// @param shard what decides the partition
/// @param name what tells it from others of its shard
public record ShardedKey(String shard, String name) implements PartitionAware<String> {
  @Override
  public String getPartitionKey() {
    return shard;
  }

  /// A shard is mostly a part of the name, so its place will do. Equal keys give equal bytes.
  void write(ObjectDataOutput out) throws IOException {
    int at = name.indexOf(shard);
    Packed.writeNumber(out, at + 1L);
    if (at < 0) {
      Packed.writeText(out, shard);
    } else {
      Packed.writeNumber(out, shard.length());
    }
    Packed.writeText(out, name);
  }

  static ShardedKey read(ObjectDataInput in) throws IOException {
    int at = Packed.readCount(in) - 1;
    if (at < 0) {
      return new ShardedKey(Packed.readText(in), Packed.readText(in));
    }
    int length = Packed.readCount(in);
    var name = Packed.readText(in);
    return new ShardedKey(name.substring(at, at + length), name);
  }
}
