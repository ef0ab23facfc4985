package dev.crawler.core.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/// A temporary file of byte strings, each taken out once. Its name is gone as soon as it is open,
/// where the system allows that, so that nothing is left of it however the process ends. Not a
/// channel, which the interrupt of a fetch that is cancelled would close. *Confined to one thread
/// at a time.*
final class SpillFile implements Closeable {
  /// Read at once: a record as a rule.
  private static final int GUESS = 4096;

  private final Path path;
  private final RandomAccessFile file;
  private final byte[] guess = new byte[GUESS];
  private long end;
  private long left;

  private SpillFile(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  /// Makes one in that folder, for this user's eyes alone.
  static SpillFile in(Path folder) throws IOException {
    var path = Files.createTempFile(folder, "crawler-", ".held");
    var spill = new SpillFile(path, new RandomAccessFile(path.toFile(), "rw"));
    path.toFile().delete();
    return spill;
  }

  /// Appends the bytes; returns where.
  long append(byte[] bytes) throws IOException {
    long place = end;
    var framed = ByteBuffer.allocate(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
    file.seek(place);
    file.write(framed.array());
    end += framed.capacity();
    left++;
    return place;
  }

  /// Takes the bytes of that place out. A file whose bytes are all taken begins anew.
  byte[] take(long place) throws IOException {
    file.seek(place);
    int read = file.read(guess);
    if (read < Integer.BYTES) {
      throw new IOException("the file of lines that wait was cut off");
    }
    var bytes = new byte[ByteBuffer.wrap(guess).getInt()];
    int known = Math.min(bytes.length, read - Integer.BYTES);
    System.arraycopy(guess, Integer.BYTES, bytes, 0, known);
    file.seek(place + Integer.BYTES + known);
    file.readFully(bytes, known, bytes.length - known);
    if (--left == 0) {
      end = 0;
      file.setLength(0);
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    file.close();
    Files.deleteIfExists(path);
  }
}
