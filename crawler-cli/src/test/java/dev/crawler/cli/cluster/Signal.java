package dev.crawler.cli.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Signals that Java cannot send by itself.
enum Signal {
  /// Halts a process where it stands.
  STOP,
  /// Lets it go on.
  CONT,
  /// Tells it to end.
  TERM;

  /// Sends it; to one that has gone, nothing.
  void to(ProcessHandle process) {
    try {
      var kill = new ProcessBuilder("kill", "-" + name(), String.valueOf(process.pid()));
      kill.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
      kill.start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending " + this, e);
    }
  }
}
