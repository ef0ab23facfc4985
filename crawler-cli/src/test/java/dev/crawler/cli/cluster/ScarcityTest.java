package dev.crawler.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.cluster.CrawlTerms.Order;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A crawl to which the system gives less than it would take.
@EnabledOnOs(OS.LINUX)
@Timeout(300)
final class ScarcityTest {
  private static final CrawlTerms TERMS = new CrawlTerms(Order.STREAM, 64, Duration.ZERO);

  /// A thread of 1 GB each, so that some dozen fit into 48 GB of addresses, and not the 64 of a
  /// pool. Limits of the number of threads are not for root, as whom a build in a container runs.
  private static final String STACK = "-Xss1g -Xmx1g";

  private static final int ADDRESSES_KIB = 48 << 20;

  @TempDir private static Path folder;

  private static Trial trial;

  @BeforeAll
  static void crawl() throws IOException, InterruptedException {
    trial = Trial.of(Sites.broad(6, TERMS), TERMS, folder);
  }

  @AfterAll
  static void close() {
    trial.close();
  }

  private static Stream<String> engines() {
    return EveryEngine.orBut("virtual").filter(engine -> !engine.equals("processes"));
  }

  @Tag("fault:D10")
  @ParameterizedTest
  @MethodSource("engines")
  void withFewFilesFewerFetchesAreInFlightAndNoneFails(String engine) throws Exception {
    int files = System.getProperty("java.class.path").split(File.pathSeparator, -1).length + 60;
    try (var run = trial.fresh()) {
      run.beginBy(limited("-n", files), EveryEngine.options(engine));

      var ending = run.end();

      assertThat(run.coordinator().said())
          .anyMatch(line -> line.startsWith("crawler: only " + files + " files may be open"));
      trial.assertFlawless(run, ending, 0);
    }
  }

  @Tag("fault:D11")
  @Test
  void withoutThreadsThePoolSaysSoAndEnds() throws Exception {
    try (var run = trial.fresh()) {
      run.beginBy(
          limited("-v", ADDRESSES_KIB, "env", "JDK_JAVA_OPTIONS=" + STACK), "--engine", "threads");

      assertThat(run.end().code()).as(run::story).isEqualTo(1);
      assertThat(run.coordinator().said())
          .as(run::story)
          .anyMatch(line -> line.startsWith("crawler: ") && line.contains("native thread"));
      assertThat(run.orphans(Duration.ofSeconds(10))).isEmpty();
    }
  }

  /// With so few the engines that need few do their work.
  @Tag("fault:D11")
  @ParameterizedTest
  @MethodSource("frugal")
  void withoutThreadsTheOthersNeedNone(String engine) throws Exception {
    try (var run = trial.fresh()) {
      run.beginBy(
          limited("-v", ADDRESSES_KIB, "env", "JDK_JAVA_OPTIONS=" + STACK), "--engine", engine);

      trial.assertFlawless(run, run.end(), 0);
    }
  }

  private static Stream<String> frugal() {
    return EveryEngine.orBut("vertx")
        .filter(engine -> !List.of("threads", "processes").contains(engine));
  }

  private static List<String> limited(String resource, int most, String... further) {
    var shell = List.of("sh", "-c", "ulimit " + resource + " " + most + " && exec \"$@\"", "sh");
    return Stream.concat(shell.stream(), Stream.of(further)).toList();
  }
}
