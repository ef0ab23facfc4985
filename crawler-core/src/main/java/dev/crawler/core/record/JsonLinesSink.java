package dev.crawler.core.record;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Writes one JSON object a line. Lines are made by the callers side by side and written whole, one
/// after the other, so a reader never sees half a line but the last. *Thread-safe.*
public final class JsonLinesSink implements Sink {
  private static final int BUFFER = 1 << 16;
  private static final int SPARE_LINES = 32;

  private final RecordJson json;
  private final OutputStream out;
  private final BlockingQueue<RecordLine> spare = new ArrayBlockingQueue<>(SPARE_LINES);
  private boolean closed;

  /// Writes these fields to a stream, which the sink closes in its turn.
  public JsonLinesSink(OutputStream out, RecordFields fields) {
    this.json = new RecordJson(fields);
    this.out = new BufferedOutputStream(out, BUFFER);
  }

  /// Takes one record; blocks while the stream does.
  ///
  /// @throws IOException when the stream fails, or the sink is closed
  @Override
  public void write(PageRecord page) throws IOException {
    var kept = spare.poll();
    var line = kept == null ? new RecordLine() : kept;
    line.set(page, json);
    append(line);
    if (line.isWorthKeeping()) {
      var _ = spare.offer(line);
    }
  }

  private synchronized void append(RecordLine line) throws IOException {
    if (closed) {
      throw new IOException("the output is closed already");
    }
    line.writeTo(out);
  }

  @Override
  public synchronized void flush() throws IOException {
    if (!closed) {
      out.flush();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      out.close();
    }
  }
}
