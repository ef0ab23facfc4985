package dev.crawler.processes.coordinator;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Notices that nothing has been done for a while though there is something to do: something may
/// have got lost on its way, and is looked for. Looking holds up the workers, the longer the more
/// is known, so that it is done for a small part of the time only. *Confined to the coordinator's
/// thread.*
final class Standstill {
  private static final long LEAST_NANOS = 3_000_000_000L;

  /// The wait for the next look, by how long the last one took.
  private static final int SHARE = 20;

  private final LongSupplier nanos;
  private @Nullable Roll last;
  private long since;
  private long wait = LEAST_NANOS;

  Standstill(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// Whether it is time to look.
  boolean lastsAt(Roll roll) {
    long now = nanos.getAsLong();
    if (last == null || !last.isFollowedBy(roll)) {
      last = roll;
      since = now;
    }
    return now - since >= wait;
  }

  /// It has been looked for, beginning then.
  void looked(long began) {
    since = nanos.getAsLong();
    wait = Math.max(LEAST_NANOS, SHARE * (since - began));
  }
}
