package dev.crawler.cli.exit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A folder of this process's own, which is gone when it is closed. *Immutable.*
///
/// @param path where it is
public record TemporaryFolder(Path path) implements AutoCloseable {
  /// Makes one among the system's temporary files.
  ///
  /// @param what it is for: a word in its name
  public static TemporaryFolder make(String what) throws IOException {
    return new TemporaryFolder(Files.createTempDirectory("crawler-" + what + "-"));
  }

  /// Deletes it and all that is in it.
  @Override
  public void close() throws IOException {
    try (var files = Files.walk(path)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
