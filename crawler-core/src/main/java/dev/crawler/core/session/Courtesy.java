package dev.crawler.core.session;

import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.plan.Politeness;
import java.time.Duration;
import java.time.Instant;

/// When one host may be asked again: the plan's delay, its robots.txt's, its Retry-After, and what
/// its overload taught. An answer can slow it down; only quiet brings it back to its delay.
/// *Confined to its session.*
final class Courtesy {
  private static final Duration MAX_PENALTY = Duration.ofMinutes(5);

  private final Politeness politeness;
  private final Backoff backoff;
  private Duration delay;
  private Duration penalty = Duration.ZERO;
  private Instant notBefore;

  Courtesy(Politeness politeness, Backoff backoff, Instant notBefore) {
    this.politeness = politeness;
    this.backoff = backoff;
    this.delay = politeness.delay();
    this.notBefore = notBefore;
  }

  /// The earliest start of the next fetch. It may move while the host waits: whoever gives it its
  /// turn looks again.
  Instant notBefore() {
    return notBefore;
  }

  boolean hasPlace(int inFlight) {
    return inFlight < politeness.perHost();
  }

  void started(Instant now) {
    if (politeness.perHost() > 1) {
      notBefore(now.plus(pace()));
    }
  }

  void ended(Outcome outcome, Instant now) {
    var pressure = outcome.pressure();
    if (pressure.overloaded() && pressure.retryAfter().isEmpty()) {
      penalise();
    } else if (!pressure.overloaded()) {
      forgive(outcome);
    }
    pressure.retryAfter().ifPresent(pause -> notBefore(now.plus(pause)));
    if (politeness.perHost() == 1 || pressure.overloaded()) {
      notBefore(now.plus(pace()));
    }
  }

  private void penalise() {
    var doubled = backoff.doubled(pace());
    penalty = doubled.compareTo(MAX_PENALTY) > 0 ? MAX_PENALTY : doubled;
  }

  /// Quiet halves the penalty; an error is not quiet.
  private void forgive(Outcome outcome) {
    switch (outcome) {
      case Outcome.Page _, Outcome.Redirect _, Outcome.Robots _, Outcome.Sitemap _ ->
          penalty = penalty.compareTo(delay) > 0 ? penalty.dividedBy(2) : Duration.ZERO;
      case Outcome.Retry _, Outcome.Ended _ -> {}
    }
  }

  /// Slows the host down to its `Crawl-delay`, capped, from now on; never speeds it up. Returns the
  /// delay used.
  Duration slowTo(Duration crawlDelay, Instant now) {
    var slower = politeness.delayUnder(crawlDelay);
    if (slower.compareTo(delay) > 0) {
      delay = slower;
      notBefore(now.plus(delay));
    }
    return delay;
  }

  /// How long from now nothing is asked of the host.
  Duration pauseFrom(Instant now) {
    return notBefore.isAfter(now) ? Duration.between(now, notBefore) : Duration.ZERO;
  }

  Duration delay() {
    return delay;
  }

  Duration penalty() {
    return penalty;
  }

  /// Goes on where another owner of the host left off; one full delay lies between the two.
  void resume(HostManners manners, Instant now) {
    delay = manners.delay().compareTo(delay) > 0 ? manners.delay() : delay;
    penalty = manners.penalty();
    var pause = manners.pause().compareTo(pace()) > 0 ? manners.pause() : pace();
    notBefore(now.plus(pause));
  }

  private Duration pace() {
    return penalty.compareTo(delay) > 0 ? penalty : delay;
  }

  private void notBefore(Instant instant) {
    if (instant.isAfter(notBefore)) {
      notBefore = instant;
    }
  }
}
