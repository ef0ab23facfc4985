package dev.crawler.processes.job;

import dev.crawler.core.session.Level;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/// What a coordinator asks of one worker. *Immutable.*
public sealed interface Order {
  /// Who are you? Asked before anything else.
  record Introduce() implements Order {}

  /// What have you too little of? Asked while there is no job yet, only its seeds.
  record Weigh() implements Order {}

  /// How does it go? Asked all the time; a worker that is not asked does nothing.
  ///
  /// @param coordinator who asks
  /// @param job what to work at, from the board; another one than before ends the one before
  /// @param round counts up
  /// @param heard the last round whose report of this worker came back, 0 before the first
  /// @param number of the worker, and so of its part file
  /// @param concurrency how many fetches the worker may have in flight
  /// @param releases how many levels are released, on the board
  /// @param wish how it goes on
  /// @param gone workers that were lost and certainly act no more: what they held is free
  record RollCall(
      UUID coordinator,
      String job,
      long round,
      long heard,
      int number,
      int concurrency,
      int releases,
      Wish wish,
      Set<UUID> gone)
      implements Order {
    /// For how long a worker may act after a report that the coordinator has heard. Shorter than it
    /// takes a cluster to give up a member that does not answer.
    public static final Duration LEASE = Duration.ofMillis(1_500);

    /// Copies the set.
    public RollCall {
      gone = Set.copyOf(gone);
    }
  }

  /// How a crawl goes on. Later ones are never followed by earlier ones.
  enum Wish {
    GO_ON,
    /// Nothing new; what is in flight may end.
    STOP,
    /// Nothing new, and nothing in flight either.
    CANCEL,
    /// The job is over: forget it.
    FORGET
  }

  /// Look into the ledger for what was opened and nobody told you of, and say again how it goes.
  record Rescan() implements Order {}

  /// Make all shards anew from the ledger, and say how it goes; they are not there yet.
  record Renew() implements Order {}

  /// Which URLs of a level count against `--max-pages`?
  record Applicants(Level level) implements Order {}

  /// Give bytes of your part file.
  record Read(long position, int most) implements Order {}
}
