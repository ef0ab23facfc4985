package dev.crawler.processes.part;

import dev.crawler.core.record.PartFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Brings a part file to where it is merged, a piece at a time. *No state.*
public final class PartCopy {
  /// Small enough for one answer of a cluster.
  static final int PIECE = 1 << 20;

  private PartCopy() {}

  /// Copies all bytes that the source has into the file of that worker in a folder.
  ///
  /// @throws IOException when the source fails, or the file cannot be written or is there already
  public static Part copy(PartSource source, Path folder, int worker) throws IOException {
    var part = Part.of(folder, worker);
    Files.createFile(part.file(), PartFile.ownerOnly(part.file()));
    try (var out = Files.newOutputStream(part.file(), StandardOpenOption.APPEND)) {
      long position = 0;
      for (var piece = source.read(0, PIECE);
          piece.length > 0;
          piece = source.read(position, PIECE)) {
        out.write(piece);
        position += piece.length;
      }
    }
    return part;
  }
}
