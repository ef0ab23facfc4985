package dev.crawler.core.record;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Function;

/// Writes records to a file that appears whole or not at all: lines go to a temporary neighbour,
/// which [#close()] moves into place. A former file of that name stays as it was until then.
/// *Thread-safe.*
public final class FileSink implements Sink {
  private final PartFile part;
  private final Sink lines;
  private final String lineEnd;
  private boolean failed;
  private boolean closed;

  FileSink(PartFile part, Sink lines, String lineEnd) {
    this.part = part;
    this.lines = lines;
    this.lineEnd = lineEnd;
  }

  /// Opens a sink for that file. What is no ordinary file, such as a pipe or `/dev/null`, is
  /// written to directly: it cannot be moved into place. A symbolic link is replaced, not followed.
  ///
  /// @throws IOException when its folder is missing or may not be written to, or it is a folder
  public static Sink open(Path file, RecordFormat format) throws IOException {
    return open(file, format.lineEnd(), out -> LineSink.to(out, format));
  }

  /// Opens a sink whose records are in the order of the list that the crawl is of.
  ///
  /// @throws IOException as above
  public static Sink open(Path file, RecordFormat format, InputOrder order) throws IOException {
    return open(file, format.lineEnd(), out -> LineSink.to(out, format, order));
  }

  private static Sink open(Path file, String lineEnd, Function<OutputStream, Sink> lines)
      throws IOException {
    if (PartFile.isDevice(file)) {
      return lines.apply(PartFile.openDevice(file));
    }
    var part = PartFile.of(file);
    return new FileSink(part, lines.apply(part.create()), lineEnd);
  }

  @Override
  public void write(PageRecord page) throws IOException {
    try {
      lines.write(page);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      lines.flush();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private synchronized IOException failure(IOException cause) {
    failed = true;
    return new IOException(
        cause.getMessage() + " (whole lines so far are kept in " + part.path() + ")", cause);
  }

  /// Moves the file into place. After a failure the former file stays and the whole lines are left
  /// in the neighbour: a full disk must not cost what was written, and half a crawl must not pass
  /// for a whole one.
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      lines.close();
    } catch (IOException e) {
      throw failure(e);
    } finally {
      if (failed) {
        WholeLines.keep(part.path(), lineEnd);
      }
    }
    if (!failed) {
      part.moveIntoPlace();
    }
  }
}
