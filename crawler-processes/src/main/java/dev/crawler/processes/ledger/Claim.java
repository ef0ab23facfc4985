package dev.crawler.processes.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who crawls the hosts of a partition. *Immutable.*
///
/// @param worker the member that does, or null when none does
/// @param epoch how often the partition has been claimed
public record Claim(@Nullable UUID worker, long epoch) {
  /// Whether that member holds it.
  public boolean isHeldBy(UUID member) {
    return member.equals(worker);
  }
}
