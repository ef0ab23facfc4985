package dev.crawler.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.cluster.CrawlTerms.Order;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// More than two gigabytes of bodies are in flight at once in a heap of half a gigabyte: bombs,
/// bodies without an end and pages of a million links, beside hosts that mean well.
@Timeout(900)
@EnabledIfSystemProperty(
    named = "crawler.soak",
    matches = "true",
    disabledReason = "takes minutes for each engine: with -Psoak")
final class FloodTest {
  private static final int HOSTS = 32;
  private static final int PAGES = 8;
  private static final int KIND_HOSTS = 4;
  private static final int KIND_PAGES = 20;
  private static final CrawlTerms TERMS = new CrawlTerms(Order.LIST, HOSTS * PAGES, Duration.ZERO);

  @TempDir private Path folder;

  private static Stream<String> engines() {
    var engine = System.getProperty("crawler.engine");
    return EveryEngine.found()
        .filter(name -> !List.of("serial", "processes").contains(name))
        .filter(name -> engine == null || engine.equals(name));
  }

  @Tag("fault:D7")
  @Tag("promise:P11")
  @Tag("spec:C5")
  @ParameterizedTest
  @MethodSource("engines")
  void memoryHoldsAndNobodyElseIsLate(String engine) throws Exception {
    try (var flood = FloodServer.start(HOSTS + KIND_HOSTS)) {
      var urls =
          Stream.concat(
                  flood.urls(0, HOSTS, PAGES, List.of("bomb", "endless", "links")),
                  flood.urls(HOSTS, KIND_HOSTS, KIND_PAGES, List.of("kind")))
              .toList();
      try (var run = ClusterRun.of(urls, TERMS, folder)) {
        run.beginBy(
            List.of("env", "_JAVA_OPTIONS=-Xmx512m"),
            "--engine",
            engine,
            "--per-host",
            String.valueOf(PAGES),
            "--max-body",
            "20MiB",
            "--robots",
            "ignore",
            "--no-links");

        var ending = run.end(Duration.ofMinutes(12));

        assertThat(ending.code()).as(run::story).isZero();
        assertThat(ending.records().size()).isEqualTo(urls.size());
        assertThat(kindOutcomes(run))
            .hasSize(KIND_HOSTS * KIND_PAGES)
            .allMatch(line -> line.contains("\"outcome\":\"ok\""));
      }
    }
  }

  private static List<String> kindOutcomes(ClusterRun run) throws Exception {
    try (var lines = Files.lines(run.output())) {
      return lines.filter(line -> line.contains("/kind/")).toList();
    }
  }
}
