package dev.crawler.cli.cluster;

import dev.crawler.cli.Main;

/// The command, with a class path for its workers that leads nowhere.
final class BrokenWorkers {
  private BrokenWorkers() {}

  /// Hides where the classes are from whoever asks for it later, and goes on as the command.
  public static void main(String[] args) {
    System.setProperty("java.class.path", "/nowhere");
    Main.main(args);
  }
}
