package dev.crawler.cli.cluster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crawler.core.engine.CrawlEngines;

/// The engine that these tests are about.
final class Processes {
  private Processes() {}

  /// Skips a test visibly where there is no such engine.
  static void assume() {
    var found = CrawlEngines.all().stream().anyMatch(engine -> engine.name().equals("processes"));
    assumeTrue(found, "the engine 'processes' is not on the class path");
  }
}
