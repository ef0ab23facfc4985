package dev.crawler.core.reserve;

import static java.util.Objects.requireNonNull;

import dev.crawler.core.session.ReserveException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Disk space for chunks: files that are filled one after the other, each of which is given back
/// when nothing in it is needed any more. A place is the number of a file and an offset in it.
/// *Confined to its reserve.*
final class Space implements AutoCloseable {
  /// Large enough that there are few files, small enough that disk space comes back.
  private static final int FILE_SIZE = 64 << 20;

  private final Path folder;
  private final List<@Nullable SpaceFile> files = new ArrayList<>();
  private @Nullable SpaceFile current;

  Space(Path folder) {
    this.folder = folder;
  }

  /// Appends a chunk; returns its place.
  long append(byte[] bytes, int size) {
    try {
      if (current == null || current.end() + size > FILE_SIZE && current.end() > 0) {
        begin();
      }
      long offset = requireNonNull(current).append(bytes, size);
      return (long) files.size() - 1 << Integer.SIZE | offset;
    } catch (IOException e) {
      throw new ReserveException(e);
    }
  }

  private void begin() throws IOException {
    if (current != null) {
      current.finish();
      current = null;
      giveBack(files.size() - 1);
    }
    current = SpaceFile.in(folder);
    files.add(current);
  }

  /// Reads a chunk.
  byte[] read(long place, int size) {
    try {
      var file = requireNonNull(files.get(number(place)));
      return file.read((int) place, size);
    } catch (IOException e) {
      throw new ReserveException(e);
    }
  }

  /// Reads a chunk, and forgets it.
  byte[] take(long place, int size) {
    var bytes = read(place, size);
    free(place, size);
    return bytes;
  }

  /// Forgets a chunk.
  void free(long place, int size) {
    try {
      requireNonNull(files.get(number(place))).free(size);
      giveBack(number(place));
    } catch (IOException e) {
      throw new ReserveException(e);
    }
  }

  private void giveBack(int number) throws IOException {
    var file = files.get(number);
    if (file != null && file != current && file.isEmpty()) {
      files.set(number, null);
      file.close();
    }
  }

  private static int number(long place) {
    return (int) (place >>> Integer.SIZE);
  }

  /// Bytes on disk.
  long size() {
    long size = 0;
    for (var file : files) {
      size += file == null ? 0 : file.end();
    }
    return size;
  }

  @Override
  public void close() {
    try {
      for (var file : files) {
        if (file != null) {
          file.close();
        }
      }
    } catch (IOException e) {
      throw new ReserveException(e);
    }
  }
}
