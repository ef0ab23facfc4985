package dev.crawler.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.cluster.CrawlTerms.Order;
import dev.crawler.tck.hostile.Fault;
import dev.crawler.tck.hostile.Faults;
import dev.crawler.tck.hostile.HostileServer;
import dev.crawler.tck.site.Seeds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Several processes record what one does, to the byte, however many they are.
@EnabledOnOs(OS.LINUX)
@Timeout(600)
final class AgreementTest {
  private static final List<Integer> WORKERS =
      Boolean.getBoolean("crawler.soak") ? List.of(1, 2, 4) : List.of(2);

  @TempDir private Path folder;

  @BeforeAll
  static void engineIsThere() {
    Processes.assume();
  }

  private static LongStream seeds() {
    return Seeds.usually(2);
  }

  @Tag("spec:G1")
  @Tag("promise:P13")
  @ParameterizedTest(name = "-Dcrawler.seed={0}")
  @MethodSource("seeds")
  void onSites(long seed) throws Exception {
    var terms = seed % 2 == 0 ? Sites.LEVELLED : Sites.STREAMING;
    try (var trial = Trial.of(Sites.varied(seed, terms), terms, folder)) {
      for (int workers : WORKERS) {
        try (var run = trial.fresh()) {
          run.beginGrid(workers);

          var ending = run.end();

          trial.assertFlawless(run, ending, 0);
        }
      }
    }
  }

  /// Those that have a name of their own are left out: only a resolver in the process knows it.
  @Tag("spec:G1")
  @ParameterizedTest(name = "{0} workers")
  @FieldSource("WORKERS")
  void onAHostileServer(int workers) throws Exception {
    var faults = Faults.ofPages();
    try (var server = HostileServer.start(faults)) {
      var seeds = faults.stream().flatMap(fault -> seeds(server, fault)).toList();

      var alone = hostile(server, seeds, "--engine", "virtual");
      var together =
          hostile(server, seeds, "--engine", "processes", "--workers", String.valueOf(workers));

      assertThat(seeds).hasSizeGreaterThan(50);
      assertThat(alone.size()).isGreaterThanOrEqualTo(seeds.size());
      assertThat(together.complaints(alone)).isEmpty();
    }
  }

  private static Stream<String> seeds(HostileServer server, Fault fault) {
    return fault.isCompared()
        ? fault.seeds().stream()
            .map(path -> server.url(fault, path))
            .filter(url -> url.startsWith("http://127.0.0.1:"))
        : Stream.of();
  }

  private Records hostile(HostileServer server, List<String> seeds, String... options)
      throws Exception {
    server.forget();
    var terms = new CrawlTerms(Order.LIST, 64, Duration.ZERO);
    try (var run = ClusterRun.of(seeds, terms, Files.createTempDirectory(folder, "run"))) {
      var all =
          Stream.concat(Stream.of("--scope", "any", "--robots", "ignore"), Stream.of(options));
      run.begin(all.toArray(String[]::new));
      var ending = run.end();
      assertThat(ending.code()).as(run::story).isZero();
      assertThat(run.orphans(Duration.ofSeconds(10))).isEmpty();
      return ending.records();
    }
  }
}
