package dev.crawler.cli.warc;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// A file of records that appears whole or not at all: they go to a temporary neighbour, which
/// [#close()] moves into place. A former file of that name stays as it was until then.
/// *Thread-safe.*
final class RecordFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path target;
  private final Path temporary;
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private long written;
  private long wholeRecords;
  private long wholeRecordsWritten;
  private boolean failed;
  private boolean closed;

  private RecordFile(Path target, Path temporary, FileChannel channel) {
    this.target = target;
    this.temporary = temporary;
    this.channel = channel;
  }

  /// Begins a file.
  ///
  /// @throws IOException when its folder is missing or may not be written to, or something is in
  ///   its place that is no ordinary file; a link is not followed
  static RecordFile create(Path file) throws IOException {
    var target = file.toAbsolutePath();
    if (Files.exists(target, NOFOLLOW_LINKS) && !Files.isRegularFile(target, NOFOLLOW_LINKS)) {
      throw new FileSystemException(file.toString(), null, "it is a link, a folder, or no file");
    }
    var random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    var temporary = target.resolveSibling(target.getFileName() + "." + random + ".part");
    return new RecordFile(target, temporary, FileChannel.open(temporary, CREATE_NEW, WRITE));
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
      Files.move(temporary, target, ATOMIC_MOVE);
    }
  }

  /// Leaves nothing behind.
  synchronized void discard() throws IOException {
    closed = true;
    try (channel) {
      Files.deleteIfExists(temporary);
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
        cause.getMessage() + " (whole records so far are kept in " + temporary + ")", cause);
  }

  private void keepWholeRecords() throws IOException {
    if (wholeRecordsWritten == 0) {
      Files.deleteIfExists(temporary);
      return;
    }
    try (var file = FileChannel.open(temporary, WRITE)) {
      file.truncate(wholeRecordsWritten);
    }
  }
}
