package dev.crawler.processes.job;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a worker is, whatever it is at. *Immutable.*
///
/// @param paired the workers among which all that this one owns was found to be in two copies; none
///   when it was not, or when nobody has looked yet
/// @param shortage what it has not enough of to go on for long, or null
/// @param fault why it can do no more, or null
public record Health(Set<UUID> paired, @Nullable String shortage, @Nullable String fault) {
  /// That of one that nobody has asked.
  public static final Health UNKNOWN = new Health(Set.of(), null, null);

  /// Copies the set.
  public Health {
    paired = Set.copyOf(paired);
  }
}
