package dev.crawler.core.journal;

import dev.crawler.core.fetch.Settlement;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordFormat;
import dev.crawler.core.record.RecordLine;
import dev.crawler.core.record.Sink;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/// Writes each record together with how its URL was settled. Nothing is buffered: when a call
/// returns, both outlive the process. *Thread-safe.*
public final class JournaledSink implements Sink {
  private static final int SPARE_LINES = 32;

  private final RecordFormat format;
  private final JournalWriter writer;
  private final BlockingQueue<RecordLine> spare = new ArrayBlockingQueue<>(SPARE_LINES);

  JournaledSink(RecordFormat format, JournalWriter writer) {
    this.format = format;
    this.writer = writer;
  }

  /// Refuses: nobody would know of that record when the crawl goes on.
  @Override
  public void write(PageRecord page) {
    throw new UnsupportedOperationException("a record without how its URL was settled");
  }

  @Override
  public void write(PageRecord page, Settlement settlement) throws IOException {
    var _ = append(page, settlement, 0);
  }

  /// The same under a claim of that epoch; returns where the record begins.
  public long append(PageRecord page, Settlement settlement, long epoch) throws IOException {
    var kept = spare.poll();
    var line = kept == null ? new RecordLine() : kept;
    line.set(page, format);
    long position = writer.settled(line, checksum(line), Gist.of(page), settlement, epoch);
    if (line.isWorthKeeping()) {
      var _ = spare.offer(line);
    }
    return position;
  }

  private static int checksum(RecordLine line) throws IOException {
    var sum = new CRC32C();
    line.writeTo(new CheckedOutputStream(OutputStream.nullOutputStream(), sum));
    return (int) sum.getValue();
  }
}
