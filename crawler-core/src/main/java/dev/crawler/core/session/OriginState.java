package dev.crawler.core.session;

import dev.crawler.core.fetch.RobotsRules;
import dev.crawler.core.fetch.RobotsVerdict;
import dev.crawler.core.url.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the session knows of one origin: its robots rules, and whether the user named it. *Confined
/// to its session.*
final class OriginState {
  /// RFC 9309 section 2.4: rules are not used longer than this.
  private static final Duration ROBOTS_LIFETIME = Duration.ofHours(24);

  /// Where the robots.txt of an origin stands.
  sealed interface Robots {
    /// Not asked for yet, or too long ago.
    record Unknown() implements Robots {}

    /// Asked for; no page of the origin is fetched meanwhile.
    record Asked() implements Robots {}

    /// Known.
    record Known(RobotsRules rules) implements Robots {}

    /// Could not be had: no page of the origin is fetched.
    record Unavailable() implements Robots {}

    /// The host name has no address.
    record Unresolved() implements Robots {}

    /// The origin's address is forbidden.
    record Forbidden() implements Robots {}
  }

  private final Origin origin;
  private Robots robots = new Robots.Unknown();
  private Instant decidedAt = Instant.MAX;
  private boolean seed;
  private String authorization = "";

  OriginState(Origin origin) {
    this.origin = origin;
  }

  Origin origin() {
    return origin;
  }

  Robots robots(Instant now) {
    if (now.isAfter(decidedAt) && Duration.between(decidedAt, now).compareTo(ROBOTS_LIFETIME) > 0) {
      robots = new Robots.Unknown();
    }
    return robots;
  }

  /// What its robots.txt came to, as a verdict; empty while that is open.
  Optional<RobotsVerdict> verdict() {
    return switch (robots) {
      case Robots.Unknown _, Robots.Asked _ -> Optional.empty();
      case Robots.Known(var rules) -> Optional.of(new RobotsVerdict.Found(rules));
      case Robots.Unavailable _ -> Optional.of(new RobotsVerdict.Unavailable());
      case Robots.Unresolved _ -> Optional.of(new RobotsVerdict.Unresolved());
      case Robots.Forbidden _ -> Optional.of(new RobotsVerdict.Forbidden());
    };
  }

  void ask() {
    robots = new Robots.Asked();
    decidedAt = Instant.MAX;
  }

  void decide(Robots decided, Instant now) {
    robots = decided;
    decidedAt = now;
  }

  boolean isSeed() {
    return seed;
  }

  /// The user named this origin, with credentials or an empty text.
  void nameSeed(String withAuthorization) {
    seed = true;
    if (authorization.isEmpty()) {
      authorization = withAuthorization;
    }
  }

  String authorization() {
    return authorization;
  }
}
