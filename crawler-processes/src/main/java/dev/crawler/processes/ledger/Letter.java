package dev.crawler.processes.ledger;

/// What one shard tells another. *Immutable but for the bytes, which nobody changes.*
public final class Letter {
  private final ShardedKey key;
  private final byte[] content;

  Letter(ShardedKey key, byte[] content) {
    this.key = key;
    this.content = content;
  }

  /// The shard that is to read it, and the letter's own name.
  public ShardedKey key() {
    return key;
  }

  /// What it says; see the wire package.
  public byte[] content() {
    return content;
  }
}
