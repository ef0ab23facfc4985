package dev.crawler.processes.coordinator;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// How long it takes, from when a worker is missed, until all that it knew is in two copies again:
/// before that the death of another one may be the end of the crawl. *Confined to the coordinator's
/// thread.*
final class Recovery {
  private final LongSupplier nanos;
  private boolean underWay;
  private long since;

  Recovery(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// A worker is gone.
  void begin() {
    if (!underWay) {
      underWay = true;
      since = nanos.getAsLong();
    }
  }

  /// How long it took, told once, when a roll shows that it is over: everybody has looked after the
  /// last one went, and with the same workers in mind.
  Optional<Duration> over(Roll roll) {
    if (!underWay || !roll.isPaired()) {
      return Optional.empty();
    }
    underWay = false;
    return Optional.of(Duration.ofNanos(nanos.getAsLong() - since));
  }
}
