package dev.crawler.processes.launch;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// How far this process is from an OutOfMemoryError, by what outlives collections of the old
/// generation. What is needed for a moment only may be there in one collection; what is there after
/// two of them is what it takes to go on, and it grows. *Thread-safe.*
public final class Headroom {
  /// Above it the collector runs again and again, and little gets done between.
  private static final double TIGHT = 0.85;

  /// What a URL takes at least, in a session, in the ledger and in the copy of another's ledger.
  private static final long URL_BYTES = 600;

  /// The part of the heap that URLs must account for, to be what it is full of.
  private static final double SHARE = 0.25;

  private static final long MEGABYTE = 1 << 20;

  private final Supplier<Reading> gauge;
  private long tightSince = -1;

  /// What was seen.
  ///
  /// @param used bytes that have outlived the latest collection, 0 before the first
  /// @param most bytes that there may be
  /// @param collections how many there were
  record Reading(long used, long most, long collections) {
    boolean isTight() {
      return used > most * TIGHT;
    }

    @Override
    public String toString() {
      return "%d of %d MB of its old generation are taken"
          .formatted(used / MEGABYTE, most / MEGABYTE);
    }
  }

  Headroom(Supplier<Reading> gauge) {
    this.gauge = gauge;
  }

  /// That of this process.
  public static Headroom ofThisProcess() {
    var pool =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(heap -> heap.getType() == MemoryType.HEAP)
            .filter(MemoryPoolMXBean::isUsageThresholdSupported) // of young ones there is none
            .findFirst()
            .orElseThrow();
    var collectors =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .filter(collector -> List.of(collector.getMemoryPoolNames()).contains(pool.getName()))
            .toList();
    return new Headroom(() -> read(pool, collectors));
  }

  private static Reading read(MemoryPoolMXBean pool, List<GarbageCollectorMXBean> collectors) {
    var after = pool.getCollectionUsage();
    long most = pool.getUsage().getMax();
    return new Reading(
        after == null ? 0 : after.getUsed(),
        most > 0 ? most : Runtime.getRuntime().maxMemory(),
        collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum());
  }

  /// What there is too little of, for a person; empty as long as there is enough. Costs
  /// microseconds, and sees more the more often it is asked.
  public Optional<String> shortage() {
    return tight().map(Reading::toString);
  }

  /// The same where pages are handled, too: a few heavy ones may outlive several collections and be
  /// gone then, but what is full of URLs stays full.
  ///
  /// @param urls that this process keeps
  public Optional<String> shortage(long urls) {
    return tight()
        .filter(reading -> urls * URL_BYTES > reading.most() * SHARE)
        .map(Reading::toString);
  }

  private synchronized Optional<Reading> tight() {
    var reading = gauge.get();
    if (!reading.isTight()) {
      tightSince = -1;
      return Optional.empty();
    }
    if (tightSince < 0) {
      tightSince = reading.collections();
    }
    return reading.collections() > tightSince ? Optional.of(reading) : Optional.empty();
  }
}
