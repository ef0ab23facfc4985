package dev.crawler.cli.option;

import dev.crawler.core.record.FileSink;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordFormat;
import dev.crawler.core.record.Sink;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file that is begun when its first record comes: those of worker processes come when the crawl
/// is over, and one that dies before leaves nothing beside it. *Thread-safe.*
final class LateSink implements Sink {
  private final Path file;
  private final RecordFormat format;
  private @Nullable Sink sink;
  private boolean closed;

  LateSink(Path file, RecordFormat format) {
    this.file = file;
    this.format = format;
  }

  @Override
  public void write(PageRecord page) throws IOException {
    begun().write(page);
  }

  private synchronized Sink begun() throws IOException {
    if (closed) {
      throw new IOException("the output is closed already");
    }
    if (sink == null) {
      sink = FileSink.open(file, format);
    }
    return sink;
  }

  @Override
  public void flush() throws IOException {
    Sink begun;
    synchronized (this) {
      begun = sink;
    }
    if (begun != null) {
      begun.flush();
    }
  }

  /// Moves the file into place, if there was a record.
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    if (sink != null) {
      sink.close();
    }
  }

  /// The crawl is over: there is a file, even without a record.
  synchronized void complete() throws IOException {
    if (sink == null) {
      sink = FileSink.open(file, format);
    }
    close();
  }
}
