package dev.crawler.core.fuzz;

import dev.crawler.core.handle.CodingFuzz;
import dev.crawler.core.handle.PageFuzz;
import dev.crawler.core.handle.PrescanFuzz;
import dev.crawler.core.handle.RetryAfterFuzz;
import dev.crawler.core.handle.RobotsFuzz;
import dev.crawler.core.handle.SitemapFuzz;
import dev.crawler.core.record.EarlierFuzz;
import dev.crawler.core.url.UrlFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What reads foreign bytes, each with the laws that it keeps. *Immutable.*
enum FuzzTarget {
  URL(UrlFuzz.class),
  PRESCAN(PrescanFuzz.class),
  ROBOTS(RobotsFuzz.class),
  RETRY_AFTER(RetryAfterFuzz.class),
  PAGE(PageFuzz.class),
  CODING(CodingFuzz.class),
  SITEMAP(SitemapFuzz.class),
  EARLIER(EarlierFuzz.class);

  private final Class<?> type;

  FuzzTarget(Class<?> type) {
    this.type = type;
  }

  /// The class that the fuzzer starts.
  Class<?> type() {
    return type;
  }

  /// Reads one input; throws when a law is broken.
  void read(byte[] input) {
    switch (this) {
      case URL -> UrlFuzz.fuzzerTestOneInput(input);
      case PRESCAN -> PrescanFuzz.fuzzerTestOneInput(input);
      case ROBOTS -> RobotsFuzz.fuzzerTestOneInput(input);
      case RETRY_AFTER -> RetryAfterFuzz.fuzzerTestOneInput(input);
      case PAGE -> PageFuzz.fuzzerTestOneInput(input);
      case CODING -> CodingFuzz.fuzzerTestOneInput(input);
      case SITEMAP -> SitemapFuzz.fuzzerTestOneInput(input);
      case EARLIER -> EarlierFuzz.fuzzerTestOneInput(input);
    }
  }

  /// Where its inputs are kept: examples to start from, and everything that was once found.
  Path folder() {
    var name = name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Path.of(System.getProperty("basedir", ""), "src/test/resources/fuzz", name);
  }

  /// The kept inputs.
  List<Path> inputs() throws IOException {
    try (var files = Files.list(folder())) {
      return files.sorted().toList();
    }
  }
}
