package dev.crawler.cli.compare.jvm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The caches that `./crawler` has trained, side by side: one for most engines, and one of its own
/// for an engine of many classes, under its name. *No state.*
public final class AotCaches {
  private static final String FLAG = "-XX:AOTCache=";

  private AotCaches() {}

  /// The flags for a JVM that runs that engine: from the cache of its own, if there is one beside
  /// the one that is named.
  public static List<String> flagsFor(String engine, List<String> flags) {
    return flags.stream()
        .map(flag ->
            flag.startsWith(FLAG) ? FLAG + own(engine, flag.substring(FLAG.length())) : flag)
        .toList();
  }

  private static String own(String engine, String cache) {
    var own = Path.of(cache).resolveSibling(engine + ".aot");
    return Files.isRegularFile(own) ? own.toString() : cache;
  }
}
