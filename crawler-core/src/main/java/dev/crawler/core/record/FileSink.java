package dev.crawler.core.record;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/// Writes records to a file that appears whole or not at all: lines go to a temporary neighbour,
/// which [#close()] moves into place. A former file of that name stays as it was until then.
/// *Thread-safe.*
public final class FileSink implements Sink {
  private final Path target;
  private final Path temporary;
  private final Sink lines;
  private final String lineEnd;
  private boolean failed;
  private boolean closed;

  FileSink(Path target, Path temporary, Sink lines, String lineEnd) {
    this.target = target;
    this.temporary = temporary;
    this.lines = lines;
    this.lineEnd = lineEnd;
  }

  /// Opens a sink for that file. What is no ordinary file, such as a pipe or `/dev/null`, is
  /// written to directly: it cannot be moved into place.
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
    var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      return lines.apply(Files.newOutputStream(target, WRITE));
    }
    var temporary = target.resolveSibling(target.getFileName() + "." + random() + ".part");
    var out = Files.newOutputStream(temporary, CREATE_NEW, WRITE);
    return new FileSink(target, temporary, lines.apply(out), lineEnd);
  }

  private static String random() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
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
        cause.getMessage() + " (whole lines so far are kept in " + temporary + ")", cause);
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
        WholeLines.keep(temporary, lineEnd);
      }
    }
    if (!failed) {
      Files.move(temporary, target, ATOMIC_MOVE);
    }
  }
}
