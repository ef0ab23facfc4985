package dev.crawler.tck.simulated;

import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.Sink;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Stops its run with a certain record, on the run's own thread: at the same step in every replay.
/// *Thread-safe.*
final class StoppingSink implements Sink {
  private final CollectedRecords records = new CollectedRecords();
  private final CompletableFuture<CrawlRun> run = new CompletableFuture<>();
  private final int last;

  StoppingSink(int last) {
    this.last = last;
  }

  void stops(CrawlRun started) {
    run.complete(started);
  }

  @Override
  public void write(PageRecord page) {
    records.write(page);
    if (records.records().size() == last) {
      run.join().stop();
    }
  }

  List<PageRecord> records() {
    return records.records();
  }
}
