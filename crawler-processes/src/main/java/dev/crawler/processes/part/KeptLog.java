package dev.crawler.processes.part;

import dev.crawler.core.engine.MonotonicClock;
import dev.crawler.core.fetch.Journal;
import dev.crawler.core.fetch.Settlement;
import dev.crawler.core.journal.JournaledSink;
import dev.crawler.core.journal.KeptJournal;
import dev.crawler.core.journal.PartJournal;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordFields;
import dev.crawler.core.record.RecordFormat;
import java.io.IOException;
import java.nio.file.Path;

/// A part file with a journal beside it: record and entry are written before the URL is settled in
/// the ledger, so that the death of all processes loses neither. *Thread-safe.*
public final class KeptLog implements RecordLog {
  private final Part part;
  private final String worker;
  private final KeptJournal journal;
  private final JournaledSink sink;

  private KeptLog(Part part, KeptJournal journal) {
    this.part = part;
    this.worker = Integer.toString(part.worker());
    this.journal = journal;
    this.sink = journal.sink(RecordFormat.jsonLines(RecordFields.all()));
  }

  /// Makes the files of that worker in a folder.
  ///
  /// @throws IOException when they cannot be made, or are there already: a number is used once
  public static KeptLog create(Path folder, int worker, boolean levelled) throws IOException {
    var part = Part.of(folder, worker);
    var clock = MonotonicClock.start();
    return new KeptLog(part, PartJournal.begin(part.journal(), part.file(), levelled, clock));
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public Part part() {
    return part;
  }

  @Override
  public long append(PageRecord page, Settlement settlement, long epoch) throws IOException {
    return sink.append(page.by(worker), settlement, epoch);
  }

  /// Leaves all: the crawl may go on.
  @Override
  public void discard() {}

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
