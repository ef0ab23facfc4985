package dev.crawler.processes.cluster;

import com.hazelcast.internal.util.Clock;
import com.hazelcast.internal.util.ClockProperties;
import dev.crawler.core.engine.MonotonicClock;

/// Hazelcast's clock in this process: without it a step of the wall clock is a heartbeat that did
/// not come for an hour, or a join that waits for one. *Thread-safe.*
final class SteadyClock extends Clock.ClockImpl {
  private final MonotonicClock clock = MonotonicClock.start();

  /// Hazelcast makes it by reflection.
  SteadyClock() {}

  /// Has Hazelcast take it, unless it has another already or is told to.
  static void begin() {
    if (System.getProperty(ClockProperties.HAZELCAST_CLOCK_IMPL) == null) {
      System.setProperty(ClockProperties.HAZELCAST_CLOCK_IMPL, SteadyClock.class.getName());
    }
  }

  @Override
  protected long currentTimeMillis() {
    return clock.millis();
  }
}
