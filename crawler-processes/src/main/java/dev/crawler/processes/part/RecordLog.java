package dev.crawler.processes.part;

import dev.crawler.core.fetch.Journal;
import dev.crawler.core.fetch.Settlement;
import dev.crawler.core.record.PageRecord;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/// Where a worker's records go. *Thread-safe.*
public interface RecordLog extends Closeable {
  /// Makes the files of that worker in a folder.
  ///
  /// @param kept whether the crawl may go on after the death of all processes
  /// @param levelled whether the plan is
  /// @throws IOException when they cannot be made, or are there already: a number is used once
  static RecordLog create(Path folder, int worker, boolean kept, boolean levelled)
      throws IOException {
    return kept ? KeptLog.create(folder, worker, levelled) : PartLog.create(folder, worker);
  }

  /// The file.
  Part part();

  /// For the plan of whoever writes here.
  Journal journal();

  /// Appends one record, with the worker's number; returns where its line begins.
  ///
  /// @param settlement how its URL ended
  /// @param epoch of the claim under which it did
  /// @throws IOException when it could not be written, or an earlier one could not
  long append(PageRecord page, Settlement settlement, long epoch) throws IOException;

  /// Throws away what nobody needs when the job is over.
  void discard() throws IOException;
}
