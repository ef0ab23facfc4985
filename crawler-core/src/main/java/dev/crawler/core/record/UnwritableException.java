package dev.crawler.core.record;

import java.io.IOException;
import java.nio.file.Path;

/// Somewhere besides the output a record could not be written: the disk is full, say. Its message
/// is a line for a person.
public final class UnwritableException extends IOException {
  /// @param file that takes no more
  public UnwritableException(Path file, IOException cause) {
    super("cannot write %s: %s".formatted(file, cause.getMessage()), cause);
  }

  /// One that another process has told of.
  ///
  /// @param line what it said
  public UnwritableException(String line) {
    super(line);
  }
}
