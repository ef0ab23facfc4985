package dev.crawler.core.fetch;

import java.time.Duration;
import java.util.Optional;

/// What an answer says about how much its host can take. It can slow a host down, never speed it
/// up. *Immutable.*
///
/// @param retryAfter how long the host asked to be left alone (RFC 9110 section 10.2.3), already
///   capped; zero for a past date
/// @param overloaded whether the status was 429 or 503
public record Pressure(Optional<Duration> retryAfter, boolean overloaded) {
  /// Nothing said.
  public static final Pressure NONE = new Pressure(Optional.empty(), false);
}
