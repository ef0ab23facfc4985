package dev.crawler.http;

import dev.crawler.core.fetch.FetchFailure;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.Phase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/// When a fetch began, how far it is, where it goes, and what its end is called. *Written by one
/// thread at a time, read by every thread.*
final class Progress {
  private final Instant startedAt;
  private final long startedNanos = System.nanoTime();
  private final long deadlineNanos;
  private volatile Phase phase = Phase.HEAD;
  private volatile boolean fresh;
  private volatile String address = "";

  Progress(Instant startedAt, Duration timeout) {
    this.startedAt = startedAt;
    deadlineNanos = startedNanos + timeout.toNanos();
  }

  /// Starts an attempt, on a kept connection unless [#startAfresh()] says otherwise.
  void begin() {
    phase = Phase.HEAD;
    fresh = false;
  }

  Phase phase() {
    return phase;
  }

  /// Notes how far the fetch is.
  void enter(Phase next) {
    phase = next;
  }

  /// Notes that a new connection is being made.
  void startAfresh() {
    phase = Phase.LOOK_UP;
    fresh = true;
  }

  /// Notes that there is a connection, and to which address.
  void connected(String ipAddress, Phase next) {
    phase = next;
    address = ipAddress;
  }

  /// Notes where the kept connection of this attempt leads.
  void connected(String ipAddress) {
    address = ipAddress;
  }

  /// Whether the connection of this attempt was made for it.
  boolean isFresh() {
    return fresh;
  }

  /// Nanoseconds left, 1 at least, so that it can serve as a timeout.
  long remainingNanos() {
    return Math.max(1, deadlineNanos - System.nanoTime());
  }

  /// The end of the fetch by something thrown.
  FetchResult failed(Throwable thrown) {
    boolean lookUpOverdue =
        phase == Phase.LOOK_UP && thrown instanceof IOException && remainingNanos() == 1;
    return lookUpOverdue ? overdue() : FailureMapping.of(phase, thrown).at(trace(), thrown);
  }

  /// The end of the fetch by its deadline.
  FetchResult overdue() {
    return phase.overdue().at(trace());
  }

  /// The end of the fetch because nobody wants it any more.
  FetchResult cancelled() {
    return FetchFailure.CANCELLED.at(trace());
  }

  /// When and where, up to now.
  FetchResult.Trace trace() {
    return new FetchResult.Trace(
        startedAt, Duration.ofNanos(System.nanoTime() - startedNanos), address);
  }
}
