package dev.crawler.processes.cluster;

import java.util.logging.Level;
import java.util.logging.Logger;

/// Keeps Hazelcast's log to itself, unless somebody has said by the JDK's own means what to log:
/// what a user has to know, the crawl says. *Thread-safe.*
final class Quiet {
  /// Held here, for the JDK forgets loggers that nobody holds, and their levels.
  private static final Logger LOG = Logger.getLogger("com.hazelcast");

  private Quiet() {}

  static void begin() {
    boolean asked =
        LOG.getLevel() != null
            || System.getProperty("java.util.logging.config.file") != null
            || System.getProperty("java.util.logging.config.class") != null;
    if (!asked) {
      LOG.setLevel(Level.OFF);
    }
  }
}
