package dev.crawler.processes.part;

import dev.crawler.core.fetch.Journal;
import dev.crawler.core.fetch.Settlement;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.PartFile;
import dev.crawler.core.record.RecordFields;
import dev.crawler.core.record.RecordFormat;
import dev.crawler.core.record.RecordLine;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// A worker's part file in the making. Nothing of a record stays in this process when [#append] has
/// returned, so that the process may be killed then. Lines are made by the callers side by side and
/// written whole, one after the other. Not a channel, which the interrupt of one caller would close
/// for all. *Thread-safe.*
public final class PartLog implements RecordLog {
  private static final RecordFormat JSON = RecordFormat.jsonLines(RecordFields.all());
  private static final int SPARE_LINES = 32;

  private final Part part;
  private final String worker;
  private final OutputStream out;
  private final BlockingQueue<RecordLine> spare = new ArrayBlockingQueue<>(SPARE_LINES);
  private long end;
  private boolean broken;

  /// Appends to that stream, which has no buffer and is closed with the log.
  PartLog(Part part, OutputStream out) {
    this.part = part;
    this.worker = Integer.toString(part.worker());
    this.out = out;
  }

  /// Makes the file of that worker in a folder, for its owner's eyes alone.
  ///
  /// @throws IOException when it cannot be made, or is there already: a number is used once
  public static PartLog create(Path folder, int worker) throws IOException {
    var part = Part.of(folder, worker);
    Files.createFile(part.file(), PartFile.ownerOnly(part.file()));
    return new PartLog(part, new FileOutputStream(part.file().toFile(), true));
  }

  @Override
  public Part part() {
    return part;
  }

  @Override
  public Journal journal() {
    return Journal.NONE;
  }

  /// The ledger alone knows how URLs end.
  @Override
  public long append(PageRecord page, Settlement settlement, long epoch) throws IOException {
    return append(page);
  }

  /// Appends one record, with the worker's number; returns where its line begins.
  ///
  /// @throws IOException when it could not be written, or an earlier one could not: what comes
  ///   after half a line would not be found
  public long append(PageRecord page) throws IOException {
    var kept = spare.poll();
    var line = kept == null ? new RecordLine() : kept;
    line.set(page.by(worker), JSON);
    long position = append(line);
    if (line.isWorthKeeping()) {
      var _ = spare.offer(line);
    }
    return position;
  }

  private synchronized long append(RecordLine line) throws IOException {
    if (broken) {
      throw new IOException("the part file is broken or closed: " + part.file());
    }
    broken = true;
    line.writeTo(out);
    broken = false;
    long position = end;
    end += line.length();
    return position;
  }

  @Override
  public void discard() throws IOException {
    Files.deleteIfExists(part.file());
  }

  /// Ends the file. Idempotent.
  @Override
  public synchronized void close() throws IOException {
    broken = true;
    out.close();
  }
}
