package dev.crawler.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.exit.ExitCode;
import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.tck.server.SiteServer;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Taking a module off the class path takes its engines off the list, and nothing else: each time
/// in a process of its own, whose class path is that of these tests without the module.
@Timeout(120)
final class MissingEngineTest {
  @TempDir private Path folder;

  private static Stream<Path> modules() {
    return Engines.shipped().stream().map(Engines::module).distinct();
  }

  @Tag("spec:E13")
  @ParameterizedTest(name = "{0}")
  @MethodSource("modules")
  void theOtherEnginesAreThereAndCrawl(Path missing) throws Exception {
    var others = named(engine -> !Engines.module(engine).equals(missing));
    var gone = named(engine -> Engines.module(engine).equals(missing));

    var list = run(missing, "engines");

    assertThat(list.code()).isZero();
    assertThat(list.out().lines().map(line -> line.split(" ", 2)[0]))
        .containsAll(others)
        .doesNotContainAnyElementsOf(gone);
    try (var server = SiteServer.start(Site.of(1, SitePlan.SMALL.plain()))) {
      var url = server.seedUrls().getFirst();
      var crawl = run(missing, "crawl", "-q", "-e", others.getLast(), url);
      var refused = run(missing, "crawl", "-e", gone.getFirst(), url);

      assertThat(crawl).isEqualTo(new Shell(0, crawl.out(), ""));
      assertThat(crawl.out()).hasLineCount(1).contains("\"outcome\":\"ok\"");
      assertThat(refused.code()).isEqualTo(ExitCode.USAGE.number());
      assertThat(refused.err()).contains("no engine '" + gone.getFirst() + "'", others.getFirst());
    }
  }

  @Test
  void everyEngineHasAPage() {
    var pages = Path.of(System.getProperty("crawler.root", "..")).resolve("docs/engines");

    assertThat(Engines.shipped())
        .extracting(engine -> pages.resolve(engine.name() + ".md"))
        .allSatisfy(page -> assertThat(page).exists());
  }

  private static List<String> named(Predicate<CrawlEngine> wanted) {
    return Engines.shipped().stream().filter(wanted).map(CrawlEngine::name).toList();
  }

  /// Runs a command line in a process that cannot see the module.
  private Shell run(Path missing, String... args) throws IOException, InterruptedException {
    var out = folder.resolve("out");
    var err = folder.resolve("err");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(classPathWithout(missing));
    command.add(Main.class.getName());
    command.addAll(List.of(args));
    var process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Shell(
        process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  private static String classPathWithout(Path missing) {
    var entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    var left = Stream.of(entries).filter(entry -> !Path.of(entry).equals(missing)).toList();
    assertThat(left).hasSize(entries.length - 1);
    return left.stream().collect(Collectors.joining(File.pathSeparator));
  }
}
