package dev.crawler.processes.part;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/// The bytes of a part file, wherever it lies: who has the file reads it, who asks for it calls it
/// across the cluster. *Thread-safe.*
@FunctionalInterface
public interface PartSource {
  /// The bytes from a position on: at least one and up to `most`, or none at the end.
  byte[] read(long position, int most) throws IOException;

  /// That file, opened for each call: calls come from afar, and nobody says which is the last.
  static PartSource of(Path file) {
    return (position, most) -> range(file, position, most);
  }

  private static byte[] range(Path file, long position, int most) throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
      long left = bytes.length() - position;
      if (position < 0 || left < 0) {
        throw new EOFException("%s does not reach to byte %d".formatted(file, position));
      }
      var range = new byte[(int) Math.min(most, left)];
      bytes.seek(position);
      bytes.readFully(range);
      return range;
    }
  }
}
