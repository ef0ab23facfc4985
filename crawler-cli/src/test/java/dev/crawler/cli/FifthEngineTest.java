package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.core.engine.CrawlEngines;
import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The engine that `docs/add-an-engine.md` adds: it lies in no module of an engine, and is there
/// when its folder is on the class path.
final class FifthEngineTest {
  private static final Path HTTP =
      Path.of(System.getProperty("crawler.root", "..")).resolve("crawler-http");

  private final Thread thread = Thread.currentThread();
  private final ClassLoader usual = thread.getContextClassLoader();
  private URLClassLoader loader = new URLClassLoader(new URL[0]);

  @BeforeEach
  void putItOnTheClassPath() throws IOException {
    var folder = HTTP.resolve("target/test-classes/").toAbsolutePath().normalize();
    assertThat(folder.resolve("dev/crawler/futures")).isDirectory();
    loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, usual);
    thread.setContextClassLoader(loader);
  }

  @AfterEach
  void takeItAway() throws IOException {
    thread.setContextClassLoader(usual);
    loader.close();
  }

  @Tag("spec:E13")
  @Test
  void itIsListedAndCrawls() throws InterruptedException {
    try (var server = SiteServer.start(Site.of(1, SitePlan.SMALL.plain()))) {
      var url = server.seedUrls().getFirst();

      var crawl = Shell.run("crawl", "-q", "-e", "futures", url);

      assertThat(CrawlEngines.all()).extracting(CrawlEngine::name).contains("futures");
      assertThat(crawl.code()).isZero();
      assertThat(crawl.out()).hasLineCount(1).contains("\"outcome\":\"ok\"");
    }
    thread.setContextClassLoader(usual);
    assertThat(CrawlEngines.all()).extracting(CrawlEngine::name).doesNotContain("futures");
  }

  @Test
  void itTakesFewerThanAHundredLinesOfCode() throws IOException {
    try (var sources = Files.list(HTTP.resolve("src/test/java/dev/crawler/futures"))) {
      long lines =
          sources
              .filter(source -> source.getFileName().toString().startsWith("Futures"))
              .flatMap(FifthEngineTest::lines)
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("//"))
              .filter(line -> !line.startsWith("import ") && !line.startsWith("package "))
              .count();

      assertThat(lines).isBetween(50L, 99L);
    }
  }

  private static Stream<String> lines(Path source) {
    try {
      return Files.readAllLines(source).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
