package dev.crawler.cli.warc;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.crawler.core.record.PartFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A file of records that appears whole or not at all: they go to a temporary neighbour, which
/// [#close()] moves into place. A former file of that name stays as it was until then.
/// *Thread-safe.*
final class RecordFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final PartFile part;
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private long written;
  private long wholeRecords;
  private long wholeRecordsWritten;
  private boolean failed;
  private boolean closed;

  private RecordFile(PartFile part, FileChannel channel) {
    this.part = part;
    this.channel = channel;
  }

  /// Begins a file.
  ///
  /// @throws IOException when its folder is missing or may not be written to, or something is in
  ///   its place that is no ordinary file; a link is not followed
  static RecordFile create(Path file) throws IOException {
    if (Files.exists(file, NOFOLLOW_LINKS) && !Files.isRegularFile(file, NOFOLLOW_LINKS)) {
      throw new FileSystemException(file.toString(), null, "it is a link, a folder, or no file");
    }
    var part = PartFile.of(file);
    return new RecordFile(part, FileChannel.open(part.path(), CREATE_NEW, WRITE));
  }

  /// Takes a record in pieces; blocks while the disk does.
  synchronized void append(List<ByteBuffer> pieces) throws IOException {
    if (closed) {
      throw new IOException("the archive is closed already");
    }
    try {
      for (var piece : pieces) {
        put(piece.duplicate());
      }
    } catch (IOException e) {
      throw failure(e);
    }
    wholeRecords = written + buffer.position();
  }

  /// Moves the file into place. After a failure the former file stays and the whole records are
  /// left in the neighbour.
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (channel) {
      if (!failed) {
        drain();
      }
    } catch (IOException e) {
      throw failure(e);
    } finally {
      if (failed) {
        keepWholeRecords();
      }
    }
    if (!failed) {
      part.moveIntoPlace();
    }
  }

  /// Leaves nothing behind.
  synchronized void discard() throws IOException {
    closed = true;
    try (channel) {
      Files.deleteIfExists(part.path());
    }
  }

  private void put(ByteBuffer piece) throws IOException {
    while (piece.hasRemaining()) {
      if (!buffer.hasRemaining()) {
        drain();
      }
      int count = Math.min(piece.remaining(), buffer.remaining());
      buffer.put(piece.slice(piece.position(), count));
      piece.position(piece.position() + count);
    }
  }

  private void drain() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      written += channel.write(buffer);
    }
    buffer.clear();
    wholeRecordsWritten = wholeRecords;
  }

  private IOException failure(IOException cause) {
    failed = true;
    return new IOException(
        cause.getMessage() + " (whole records so far are kept in " + part.path() + ")", cause);
  }

  private void keepWholeRecords() throws IOException {
    if (wholeRecordsWritten == 0) {
      Files.deleteIfExists(part.path());
      return;
    }
    try (var file = FileChannel.open(part.path(), WRITE)) {
      file.truncate(wholeRecordsWritten);
    }
  }
}
