package dev.crawler.core.journal;

import dev.crawler.core.fetch.Reason;
import dev.crawler.core.record.RecordOutcome;
import org.jspecify.annotations.Nullable;

/// Where the record of a settled URL lies in the output, and what it says. *Immutable.*
///
/// @param end where it ends
/// @param length in bytes, line end included
/// @param checksum CRC-32C of these bytes
/// @param outcome of the record
/// @param reason of the record
/// @param epoch of the claim under which it was written, where several processes may write one
record Place(
    long end,
    long length,
    int checksum,
    RecordOutcome outcome,
    @Nullable Reason reason,
    long epoch) {
  /// Whether a server was asked for it.
  boolean isFetched() {
    return outcome != RecordOutcome.EXCLUDED && outcome != RecordOutcome.FAILED;
  }

  long start() {
    return end - length;
  }
}
