package dev.crawler.core.session;

import dev.crawler.core.fetch.RobotsVerdict;
import dev.crawler.core.url.HostKey;
import dev.crawler.core.url.Origin;
import java.time.Duration;
import java.util.Map;

/// How a host is to be treated, for the next owner of its shard. *Immutable.*
///
/// @param host which one
/// @param pause how long from now nothing is asked of it
/// @param delay between fetches, its robots.txt's included
/// @param penalty what its overload taught, longer than the delay, or zero
/// @param robots what came of the robots.txt of its origins
public record HostManners(
    HostKey host,
    Duration pause,
    Duration delay,
    Duration penalty,
    Map<Origin, RobotsVerdict> robots) {
  /// Copies the map.
  public HostManners {
    robots = Map.copyOf(robots);
  }
}
