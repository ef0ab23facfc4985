package dev.crawler.core.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/// A body that memory had no room for. Its file is in the system's folder for such, and is removed
/// as it is opened where the system can do that: not even a killed crawl leaves it behind.
/// *Confined to one thread at a time.*
final class SpilledBody implements Body {
  /// The JDK keeps a buffer outside the heap for each thread, as long as the longest transfer.
  private static final int TRANSFER = 64 << 10;

  private final FileChannel file;
  private int length;

  private SpilledBody(FileChannel file) {
    this.file = file;
  }

  /// An empty one.
  static SpilledBody create() throws IOException {
    var path = Files.createTempFile("crawler-body-", ".tmp");
    return new SpilledBody(
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  /// Appends a piece.
  ///
  /// @throws UncheckedIOException when the disk is full, say: the fetch ends with that
  void add(ByteBuffer piece) {
    length += piece.remaining();
    try {
      while (piece.hasRemaining()) {
        int written = file.write(first(piece));
        piece.position(piece.position() + written);
      }
    } catch (IOException e) {
      close();
      throw new UncheckedIOException("a body had to wait on disk, and could not", e);
    }
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public byte[] bytes() {
    var bytes = ByteBuffer.allocate(length);
    try {
      while (bytes.hasRemaining()) {
        int read = file.read(first(bytes), bytes.position());
        if (read < 0) {
          throw new EOFException("the file was cut");
        }
        bytes.position(bytes.position() + read);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.array();
  }

  private static ByteBuffer first(ByteBuffer buffer) {
    return buffer.slice(buffer.position(), Math.min(TRANSFER, buffer.remaining()));
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
