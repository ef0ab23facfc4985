package dev.crawler.cli.cluster;

import dev.crawler.cli.Main;
import java.io.IOException;

/// The command, leaving a process behind: what the harness must notice.
final class Forsaking {
  private Forsaking() {}

  /// Starts a process that nobody ends, and goes on as the command.
  public static void main(String[] args) throws IOException {
    new ProcessBuilder("sleep", "300").start();
    Main.main(args);
  }
}
