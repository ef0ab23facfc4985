package dev.crawler.cli.cluster;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.cluster.CrawlTerms.Order;
import dev.crawler.tck.hostile.Fault;
import dev.crawler.tck.hostile.Faults;
import dev.crawler.tck.hostile.HostileServer;
import dev.crawler.tck.server.AnswerServer;
import dev.crawler.tck.server.AnswerServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Bodies of 2.4 GB are in flight at once in a heap of half a gigabyte, each as long as a body may
/// be: bombs, bodies without an end, pages of a million links. A host beside them means well.
@Timeout(600)
@EnabledOnOs(OS.LINUX)
@EnabledIfSystemProperty(
    named = "crawler.soak",
    matches = "true",
    disabledReason = "takes minutes for each engine: with -Psoak")
final class FloodTest {
  private static final int PAGES = 80; // of each host
  private static final CrawlTerms TERMS = new CrawlTerms(Order.LIST, 256, Duration.ZERO);
  private static final String HTML = "200 OK\r\nContent-Type: text/html";

  @TempDir private Path folder;

  private static Stream<String> engines() {
    return EveryEngine.found().filter(engine -> !engine.equals("serial"));
  }

  @Tag("promise:P11")
  @Tag("spec:C5")
  @ParameterizedTest
  @MethodSource("engines")
  void memoryHoldsAndNobodyElseIsLate(String engine) throws Exception {
    var bomb = fault("gzip bomb");
    var endless = fault("endless body");
    try (var hostile = HostileServer.start(List.of(bomb, endless));
        var links = always(manyLinks());
        var kind = always("<p>hello".getBytes(US_ASCII))) {
      var urls = new ArrayList<String>();
      urls.addAll(pages(path -> hostile.url(bomb, path)));
      urls.addAll(pages(path -> hostile.url(endless, path)));
      urls.addAll(pages(links::url));
      urls.addAll(pages(kind::url));
      try (var run = ClusterRun.of(urls, TERMS, folder)) {
        var options = new ArrayList<>(List.of(EveryEngine.options(engine)));
        options.addAll(List.of("--per-host", "" + PAGES, "--robots", "ignore", "--no-links"));
        run.beginBy(List.of("env", "_JAVA_OPTIONS=-Xmx512m"), options.toArray(String[]::new));

        var ending = run.end(Duration.ofMinutes(9));

        assertThat(ending.code()).as(run::story).isZero();
        assertThat(Files.readAllLines(run.output()))
            .hasSize(urls.size())
            .filteredOn(line -> !line.contains("\"outcome\":\"ok\""))
            .isEmpty();
      }
    }
  }

  private static Fault fault(String title) {
    return Faults.ofPages().stream()
        .filter(fault -> fault.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static AnswerServer always(byte[] page) throws IOException {
    return AnswerServer.start(_ -> new Reply(HTML, page));
  }

  private static byte[] manyLinks() {
    return IntStream.range(0, 1_000_000)
        .mapToObj(i -> "<a href=" + i + ">")
        .collect(Collectors.joining())
        .getBytes(US_ASCII);
  }

  private static List<String> pages(UnaryOperator<String> url) {
    return IntStream.range(0, PAGES).mapToObj(i -> url.apply("/" + i)).toList();
  }
}
