package dev.crawler.cli.cluster;

import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlEngines;
import java.util.List;
import java.util.stream.Stream;

/// The engines that tests of whole processes are about.
final class EveryEngine {
  private static final List<String> OURS =
      List.of("serial", "threads", "virtual", "callbacks", "vertx", "processes");

  private EveryEngine() {}

  /// Those of ours that are there.
  static Stream<String> found() {
    var all = CrawlEngines.all().stream().map(CrawlEngine::name).toList();
    return OURS.stream().filter(all::contains);
  }

  /// All of them with `-Psoak`, or else these.
  static Stream<String> orBut(String... usual) {
    return Boolean.getBoolean("crawler.soak") ? found() : Stream.of(usual);
  }

  /// Further options of an engine.
  static String[] options(String engine) {
    return engine.equals("processes")
        ? new String[] {"--engine", engine, "--workers", "2"}
        : new String[] {"--engine", engine};
  }
}
