package dev.crawler.processes.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;

/// Folders of one crawl, which nobody needs when it is over. *No state.*
public final class Folders {
  private Folders() {}

  /// Deletes a folder with all that is in it, as far as it is there: another process may be at it.
  public static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException | DirectoryNotEmptyException _) {
      // the other process is done, or will be
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
