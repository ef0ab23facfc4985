package dev.crawler.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file system of one megabyte, which runs full. *Confined to its test's thread.*
///
/// @param folder where it is found
public record SmallDisk(Path folder) implements AutoCloseable {
  private static final int KIB = 1024;

  /// Mounts one; only root may, for others the test is skipped.
  public static SmallDisk mount(Path folder) throws IOException {
    var disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        runs("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()),
        "this user may not mount a file system");
    return new SmallDisk(disk);
  }

  /// Leaves so much room on it, and no more.
  public void leave(int kib) throws IOException {
    Files.write(folder.resolve("filler"), new byte[(KIB - kib) * KIB]);
  }

  @Override
  public void close() throws IOException {
    if (!runs("umount", folder.toString())) {
      throw new IOException("still in use: " + folder);
    }
  }

  private static boolean runs(String... command) {
    try {
      return new ProcessBuilder(command).start().onExit().join().exitValue() == 0;
    } catch (IOException _) {
      return false; // there is no such command
    }
  }
}
