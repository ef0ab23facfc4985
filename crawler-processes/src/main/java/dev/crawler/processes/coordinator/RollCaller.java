package dev.crawler.processes.coordinator;

import dev.crawler.processes.job.Order.Wish;
import java.io.IOException;

/// Asks all workers how it goes. *Confined to the coordinator's thread.*
interface RollCaller {
  /// Asks them, and tells them how it goes on.
  ///
  /// @param releases how many levels they are to have let go
  /// @throws IOException when one of them does not answer any more, though it is there, or is short
  ///   of memory
  Roll call(int releases, Wish wish) throws IOException, InterruptedException;

  /// Has them look into the ledger first for what nobody has told them of.
  Roll rescan() throws InterruptedException;
}
