package dev.crawler.processes.cluster;

import java.util.Locale;

/// What a member is there for; carried as its attribute [#ATTRIBUTE].
public enum Role {
  /// Holds partitions of the ledger and crawls their hosts.
  WORKER,
  /// Holds nothing: hands out the job, asks how it goes, merges the output.
  COORDINATOR;

  /// The name of the member attribute.
  public static final String ATTRIBUTE = "role";

  /// The value of the member attribute.
  public String attribute() {
    return name().toLowerCase(Locale.ROOT);
  }
}
