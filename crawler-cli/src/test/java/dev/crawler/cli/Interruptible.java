package dev.crawler.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether a process that a test starts hears of SIGINT.
public final class Interruptible {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int SIGINT_BIT = 2;

  private Interruptible() {}

  /// Skips a test visibly where none does: what a shell starts in the background ignores it, and so
  /// do its children.
  public static void assume() throws IOException {
    if (Files.exists(STATUS)) {
      try (var lines = Files.lines(STATUS)) {
        var ignored = lines.filter(line -> line.startsWith("SigIgn:")).findFirst().orElseThrow();
        var signals = Long.parseUnsignedLong(ignored.replaceAll("SigIgn:\\s*", ""), 16);
        assumeTrue((signals & SIGINT_BIT) == 0, "run in the background, where SIGINT is ignored");
      }
    }
  }
}
