package dev.crawler.core.record;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Writes one record a line. Lines are made by the callers side by side and written whole, one
/// after the other, so a reader never sees half a line but the last. *Thread-safe.*
public final class LineSink implements Sink {
  private static final int SPARE_LINES = 32;

  private final RecordFormat format;
  private final Lines lines;
  private final BlockingQueue<RecordLine> spare = new ArrayBlockingQueue<>(SPARE_LINES);
  private boolean closed;

  private LineSink(RecordFormat format, Lines lines) {
    this.format = format;
    this.lines = lines;
  }

  /// Writes records as they come to a stream, which the sink closes in its turn.
  public static LineSink to(OutputStream out, RecordFormat format) {
    return new LineSink(format, new CompletionLines(out, format.header()));
  }

  /// Writes records in the order of the list that the crawl is of.
  public static LineSink to(OutputStream out, RecordFormat format, InputOrder order) {
    return new LineSink(format, new InputLines(new CompletionLines(out, format.header()), order));
  }

  /// Takes one record; blocks while the stream does.
  ///
  /// @throws IOException when the stream fails, or the sink is closed
  @Override
  public void write(PageRecord page) throws IOException {
    var kept = spare.poll();
    var line = kept == null ? new RecordLine() : kept;
    line.set(page, format);
    append(page, line);
    if (line.isWorthKeeping()) {
      var _ = spare.offer(line);
    }
  }

  private synchronized void append(PageRecord page, RecordLine line) throws IOException {
    if (closed) {
      throw new IOException("the output is closed already");
    }
    lines.add(page, line);
  }

  @Override
  public synchronized void flush() throws IOException {
    if (!closed) {
      lines.flush();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      lines.close();
    }
  }
}
