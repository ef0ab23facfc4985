package dev.crawler.core.journal;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/// Holds a folder for one process at a time. The operating system lets it go with the process,
/// however that ends. *Thread-safe.*
///
/// @param file that is locked
record StateLock(FileChannel file) implements Closeable {
  /// Takes hold of a folder.
  ///
  /// @throws UnusableStateException when somebody else has it
  static StateLock of(Path folder) throws IOException {
    var file = FileChannel.open(folder.resolve("lock"), CREATE, WRITE, NOFOLLOW_LINKS);
    try {
      if (file.tryLock() != null) {
        return new StateLock(file);
      }
    } catch (OverlappingFileLockException _) {
      // Somebody of this process has it.
    } catch (IOException e) {
      file.close();
      throw e;
    }
    file.close();
    throw new UnusableStateException("another crawl is running in " + folder);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
