package dev.crawler.cli;

import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlEngines;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/// The engines that the command line ships with.
final class Engines {
  private Engines() {}

  /// All that are found, but for the one that these tests bring along.
  static List<CrawlEngine> shipped() {
    return CrawlEngines.all().stream().filter(engine -> !(engine instanceof CannedEngine)).toList();
  }

  /// Those that crawl in this process, with what a test lends them. The one that starts others is
  /// compared with them in `cluster`, and in its own module.
  static List<CrawlEngine> ofOneProcess() {
    return shipped().stream().filter(engine -> !engine.takesCrew()).toList();
  }

  /// Jar or folder that the engine's class was found in.
  static Path module(CrawlEngine engine) {
    try {
      return Path.of(engine.getClass().getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
