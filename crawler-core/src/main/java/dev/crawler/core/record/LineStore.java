package dev.crawler.core.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps lines until they are asked for, once each: in memory up to a bound, beyond it in a file.
/// *Confined to one thread at a time.*
final class LineStore implements Closeable {
  /// What a line costs beside its bytes.
  private static final int OVERHEAD = 100;

  private final Path folder;
  private final long mostInMemory;
  private final Map<Long, byte[]> lines = new HashMap<>();
  private long inMemory;
  private long lastInMemory;
  private @Nullable SpillFile file;

  LineStore(Path folder, long mostInMemory) {
    this.folder = folder;
    this.mostInMemory = mostInMemory;
  }

  /// Keeps a copy of the line; returns its place, which is never 0.
  long keep(RecordLine line) throws IOException {
    var bytes = line.toBytes();
    if (inMemory + bytes.length + OVERHEAD > mostInMemory) {
      if (file == null) {
        file = SpillFile.in(folder);
      }
      return file.append(bytes) + 1;
    }
    inMemory += bytes.length + OVERHEAD;
    lines.put(--lastInMemory, bytes);
    return lastInMemory;
  }

  /// Writes the line of that place, and forgets it.
  void release(long place, OutputStream out) throws IOException {
    var bytes = lines.remove(place);
    if (bytes != null) {
      inMemory -= bytes.length + OVERHEAD;
      out.write(bytes);
    } else if (file != null) {
      out.write(file.take(place - 1));
    } else {
      throw new IllegalArgumentException("no line is kept at " + place);
    }
  }

  @Override
  public void close() throws IOException {
    lines.clear();
    if (file != null) {
      file.close();
    }
  }
}
