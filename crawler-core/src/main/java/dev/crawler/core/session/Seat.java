package dev.crawler.core.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A shard among others: where it stands with their driver. *Confined to its [Shards].*
final class Seat {
  private final Shard shard;

  /// Fetches under way.
  int inFlight;

  /// Tasks and exclusions that are not settled.
  int open;

  /// Whether it waits to be asked.
  boolean ready;

  /// Whether it is asked no more.
  boolean retired;

  /// When it wants to be asked again.
  @Nullable Instant wakes;

  Seat(Shard shard) {
    this.shard = shard;
  }

  Shard shard() {
    return shard;
  }

  CrawlSession session() {
    return shard.session();
  }

  boolean isIdle() {
    return open == 0 && session().isExhausted();
  }
}
