package dev.crawler.core.engine;

import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/// The engines on the class path.
public final class CrawlEngines {
  private CrawlEngines() {}

  /// All of them, by name.
  public static List<CrawlEngine> all() {
    return ServiceLoader.load(CrawlEngine.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(CrawlEngine::name))
        .toList();
  }

  /// The engine of that name.
  ///
  /// @throws NoSuchElementException naming those that there are
  public static CrawlEngine named(String name) {
    var engines = all();
    return engines.stream()
        .filter(engine -> engine.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new NoSuchElementException(
                "no engine '%s'; found: %s".formatted(name, names(engines))));
  }

  private static String names(List<CrawlEngine> engines) {
    return engines.stream().map(CrawlEngine::name).collect(Collectors.joining(", "));
  }
}
