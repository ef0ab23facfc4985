package dev.crawler.core.reserve;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// One file of chunks. Its name is gone as soon as it is open, where the system allows that, so
/// that nothing is left of it however the process ends. Written a quarter of a megabyte at a time:
/// a chunk lies wholly in the file or wholly in what is still to be written. Not a channel, which
/// the interrupt of a fetch that is cancelled would close. *Confined to its space.*
final class SpaceFile implements Closeable {
  private static final int BUFFER = 256 * 1024;

  private final Path path;
  private final RandomAccessFile file;
  private byte[] buffer = new byte[BUFFER];
  private int buffered;
  private int written;
  private long live;

  private SpaceFile(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  /// Makes one in that folder, for this user's eyes alone.
  static SpaceFile in(Path folder) throws IOException {
    var path = Files.createTempFile(folder, "crawler-", ".waiting");
    var made = new SpaceFile(path, new RandomAccessFile(path.toFile(), "rw"));
    path.toFile().delete();
    return made;
  }

  int end() {
    return written + buffered;
  }

  boolean isEmpty() {
    return live == 0;
  }

  long append(byte[] bytes, int size) throws IOException {
    if (buffered + size > BUFFER) {
      flush();
    }
    int offset = end();
    if (size > BUFFER) {
      write(bytes, size);
    } else {
      System.arraycopy(bytes, 0, buffer, buffered, size);
      buffered += size;
    }
    live += size;
    return offset;
  }

  /// Nothing is appended any more.
  void finish() throws IOException {
    flush();
    buffer = new byte[0];
  }

  private void flush() throws IOException {
    write(buffer, buffered);
    buffered = 0;
  }

  private void write(byte[] bytes, int size) throws IOException {
    file.seek(written);
    file.write(bytes, 0, size);
    written += size;
  }

  byte[] read(int offset, int size) throws IOException {
    if (offset >= written) {
      return Arrays.copyOfRange(buffer, offset - written, offset - written + size);
    }
    var bytes = new byte[size];
    file.seek(offset);
    file.readFully(bytes);
    return bytes;
  }

  void free(int size) {
    live -= size;
  }

  @Override
  public void close() throws IOException {
    file.close();
    Files.deleteIfExists(path);
  }
}
