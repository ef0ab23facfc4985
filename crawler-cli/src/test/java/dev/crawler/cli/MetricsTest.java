package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.crawler.cli.job.TallySink;
import dev.crawler.cli.metrics.MetricsServer;
import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The figures of a canned crawl, as Prometheus asks for them.
@Timeout(60)
@Tag("spec:M3")
class MetricsTest {
  private final MetricsServer server = MetricsServer.bind(0);
  private final TallySink tally = new TallySink(server.observing(new CollectedRecords()));
  private final int port = Integer.parseInt(url().replaceAll(".*:(\\d+)/metrics", "$1"));

  @TempDir private Path folder;

  private String url() {
    return server.notice().lines().getFirst().replace("metrics at ", "");
  }

  @BeforeEach
  void crawl() throws InterruptedException {
    var plan = CrawlPlan.of("http://a/", "http://a/timeout", "http://a/robots").build();
    CrawlRun run = new CannedEngine().start(plan, CrawlContext.of(tally));
    run.await();
    server.started(run, tally);
  }

  @AfterEach
  void end() {
    server.close();
  }

  private String ask(String head) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aScrapeGivesTheFiguresInTextFormat() throws IOException {
    var answer = ask("GET /metrics HTTP/1.1\r\nHost: localhost:" + port);

    assertThat(answer)
        .startsWith("HTTP/1.1 200 OK\r\n")
        .containsIgnoringCase("Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n")
        .contains("# TYPE crawler_records_total counter\n")
        .contains("crawler_records_total{outcome=\"ok\",reason=\"\"} 1.0\n")
        .contains("crawler_records_total{outcome=\"failed\",reason=\"timeout\"} 1.0\n")
        .contains("crawler_records_total{outcome=\"excluded\",reason=\"robots\"} 1.0\n")
        .contains("crawler_requests_total 3.0\n", "crawler_retries_total 2.0\n")
        .contains("crawler_robots_requests_total 3.0\n", "crawler_body_bytes_total 300.0\n")
        .contains("crawler_in_flight 1.0\n", "crawler_known_urls 3.0\n")
        .contains("crawler_queued_urls 5.0\n", "crawler_waiting_hosts 1.0\n")
        .contains("crawler_rate_limit{limit=\"delay\"} 1.0\n")
        .contains("# TYPE crawler_fetch_seconds histogram\n", "crawler_fetch_seconds_count 0\n")
        .contains("process_cpu_seconds_total ", "jvm_memory_used_bytes{area=\"heap\"} ")
        .contains("jvm_threads_current ");
  }

  @Test
  void theTimeOfAFetchIsCounted() throws IOException {
    var trace = new PageRecord.Trace(1, null, Duration.ofMillis(40), null);
    tally.write(
        new PageRecord(
            "http://a/slow",
            RecordOutcome.OK,
            null,
            null,
            OptionalInt.of(200),
            null,
            0,
            null,
            null,
            null,
            List.of(),
            trace));

    var answer = ask("GET /metrics HTTP/1.1\r\nHost: localhost");

    assertThat(answer)
        .contains("crawler_fetch_seconds_bucket{le=\"0.025\"} 0\n")
        .contains("crawler_fetch_seconds_bucket{le=\"0.05\"} 1\n")
        .contains("crawler_fetch_seconds_sum 0.04\n");
  }

  @Test
  void whoAcceptsOpenMetricsGetsThem() throws IOException {
    var answer =
        ask(
            "GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + "Accept: application/openmetrics-text;version=1.0.0");

    assertThat(answer)
        .containsIgnoringCase("Content-Type: application/openmetrics-text; version=1.0.0")
        .contains("# TYPE crawler_requests counter\n")
        .endsWith("# EOF\n");
  }

  @ParameterizedTest
  @CsvSource({
    "GET /metrics, Host: evil.example, 403",
    "GET /metrics, Host: localhost.evil.example:80, 403",
    "GET /metrics, X: y, 403",
    "POST /metrics, Host: localhost, 405",
    "DELETE /metrics, Host: [::1]:9090, 405",
    "GET /, Host: localhost, 404",
    "GET /metrics/x, Host: localhost, 404",
    "HEAD /metrics, Host: [::1]:9090, 200",
  })
  void whatIsNoScrapeOfThisMachineIsRefused(String request, String header, int status)
      throws IOException {
    var answer = ask(request + " HTTP/1.1\r\n" + header + "\r\nContent-Length: 0");

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ").doesNotContain("crawler_known");
  }

  @Test
  void theServerIsReachedOnThisMachineAlone() {
    assertThat(url()).startsWith("http://127.0.0.1:");
  }

  @Test
  void nothingAnswersOnceTheCrawlIsOver() {
    server.close();

    assertThatIOException().isThrownBy(() -> ask("GET /metrics HTTP/1.1\r\nHost: localhost"));
  }

  @Test
  void anyFreePortIsTold() {
    var shell = Shell.run("crawl", "-e", "canned", "--metrics-port", "0", "http://a/");

    assertThat(shell.code()).isZero();
    assertThat(shell.complaints())
        .first()
        .asString()
        .matches("crawler: metrics at http://127\\.0\\.0\\.1:\\d+/metrics");
  }

  @Test
  void aPortThatIsTakenIsOneLineBeforeTheCrawl() throws IOException {
    var output = folder.resolve("out.jsonl");
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var number = Integer.toString(taken.getLocalPort());

      var shell =
          Shell.run(
              "crawl",
              "-e",
              "canned",
              "-o",
              output.toString(),
              "--metrics-port",
              number,
              "http://a/endless");

      assertThat(shell.code()).isEqualTo(1);
      assertThat(shell.complaints())
          .singleElement()
          .asString()
          .startsWith("crawler: cannot serve metrics on port " + number + ": ");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "http", "", "1e3"})
  void whatIsNoPortIsRefused(String port) {
    var shell = Shell.run("crawl", "-e", "canned", "--metrics-port=" + port, "http://a/");

    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.complaints()).hasSize(1);
  }
}
