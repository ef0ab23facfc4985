package dev.crawler.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.url.HostKey;
import dev.crawler.core.url.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLogTest {
  private static EventLog eventful(Verbosity verbosity) {
    var log = new EventLog(verbosity);
    log.crawlDelayCapped(new HostKey("a.example"), Duration.ofSeconds(90), Duration.ofSeconds(60));
    log.hostPaused(new HostKey("b.example"), Duration.ofMillis(500));
    log.robotsUnavailable(new Origin("https", "c.example", 443));
    log.limitHit("--max-pages");
    return log;
  }

  @Test
  void aCappedCrawlDelayIsAWarning() {
    var lines = eventful(Verbosity.NORMAL).drain();

    assertThat(lines)
        .flatExtracting(Notice::lines)
        .containsExactly(
            "a.example asks for a crawl delay of 90 s; 60 s is kept (--max-crawl-delay)");
  }

  @Test
  void verboseTellsTheRest() {
    var lines = eventful(Verbosity.VERBOSE).drain();

    assertThat(lines)
        .flatExtracting(Notice::lines)
        .hasSize(4)
        .contains(
            "b.example is left alone for 500 ms",
            "robots.txt of https://c.example could not be had: nothing of it is fetched",
            "limit reached: --max-pages");
  }

  @Test
  void whatALogIsToldHasItsFields() {
    var lines =
        eventful(Verbosity.VERBOSE).drain().stream()
            .map(notice -> LogLine.of(notice, Instant.EPOCH))
            .toList();

    assertThat(lines)
        .contains(
            """
            {"time":"1970-01-01T00:00:00.000Z","level":"info","event":"host_paused",\
            "message":"b.example is left alone for 500 ms","host":"b.example","seconds":0.5}\
            """)
        .anyMatch(line -> line.contains("\"level\":\"warning\",\"event\":\"crawl_delay_capped\""))
        .anyMatch(line -> line.endsWith("\"origin\":\"https://c.example\"}"))
        .anyMatch(line -> line.endsWith("\"limit\":\"--max-pages\"}"));
  }

  @Test
  void quietSaysNothingAndStillKnowsTheLimits() {
    var log = eventful(Verbosity.QUIET);

    assertThat(log.drain()).isEmpty();
    assertThat(log.limits()).containsExactly("--max-pages");
  }

  @Test
  void aFloodIsCutAndCounted() {
    var log = new EventLog(Verbosity.VERBOSE);
    for (int i = 0; i < 1_500; i++) {
      log.hostPaused(new HostKey("h" + i), Duration.ofSeconds(1));
    }

    var lines = log.drain();

    assertThat(lines)
        .flatExtracting(Notice::lines)
        .hasSize(1_001)
        .last()
        .isEqualTo("500 more such lines are left out");
    assertThat(log.drain()).isEqualTo(List.of());
  }
}
