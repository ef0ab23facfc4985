package dev.crawler.cli.compare.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.crawler.cli.compare.page.ModelComparison;
import dev.crawler.cli.compare.result.EngineRun;
import dev.crawler.cli.compare.result.Measures;
import dev.crawler.cli.compare.result.Sample;
import dev.crawler.core.session.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the server of the live page lets in, and what it tells.
@Timeout(60)
@Tag("spec:Q13")
class RaceWatchTest {
  private static final ModelComparison SIX = ModelComparison.ofSix();

  private final RaceWatch watch = RaceWatch.open();
  private final String path = watch.url().getPath();

  @BeforeEach
  void begin() {
    watch.began(SIX.proven().setup());
  }

  @AfterEach
  void end() {
    watch.close();
  }

  private static Sample at(long done) {
    return new Sample(done * 10, done, 100, 8, 42.5, 20, Double.NaN, 5, 1, Progress.Limit.DELAY);
  }

  private Socket ask(String method, String target, String host, String... more) throws IOException {
    var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), watch.url().getPort());
    var head =
        "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n%s\r\n"
            .formatted(method, target, host, String.join("", more));
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private String answer(String method, String target, String host, String... more)
      throws IOException {
    try (var socket = ask(method, target, host, more)) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static BufferedReader lines(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /// The next so many events, without the name of the field.
  private static List<String> events(BufferedReader lines, int number) {
    return lines
        .lines()
        .filter(line -> line.startsWith("data: "))
        .map(line -> line.substring(6))
        .limit(number)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "LOCALHOST:8080"})
  void whoAsksForThisMachineGetsThePage(String host) throws IOException {
    var answer = answer("GET", path, host);

    assertThat(answer)
        .startsWith("HTTP/1.1 200 OK")
        .containsIgnoringCase("Referrer-Policy: no-referrer")
        .containsIgnoringCase("Content-Security-Policy: default-src 'none'; script-src 'self'")
        .doesNotContainIgnoringCase("Access-Control-Allow")
        .contains("The race, live");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.", "[::1]"})
  void whoAsksForAnotherNameIsRefused(String host) throws IOException {
    var answer = answer("GET", path, host);

    assertThat(answer).startsWith("HTTP/1.1 403 ").doesNotContain("The race, live");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/events", "/AAAAAAAAAAAAAAAAAAAAAA/", "/AAAAAAAAAAAAAAAAAAAAAA/events"})
  void whoDoesNotKnowThePathIsToldNothing(String target) throws IOException {
    var answer = answer("GET", target, "localhost");

    assertThat(answer).startsWith("HTTP/1.1 404 ").doesNotContain(path);
  }

  @Test
  void onlyGetIsAllowed() throws IOException {
    var answer = answer("POST", path, "localhost");

    assertThat(answer).startsWith("HTTP/1.1 405 ");
  }

  @Test
  void thePathCannotBeGuessed() {
    try (var other = RaceWatch.open()) {
      assertThat(path).matches("/[\\w-]{22}/").isNotEqualTo(other.url().getPath());
    }
  }

  @Test
  void whoComesLateIsToldAllFromTheBeginning() throws IOException {
    watch.started("serial", 1);
    watch.sampled("serial", 1, at(7));
    watch.ended(new EngineRun("serial", 1, Measures.of(Map.of()), List.of(), List.of()));

    try (var socket = ask("GET", path + "events", "localhost")) {
      assertThat(events(lines(socket), 4))
          .satisfiesExactly(
              race -> assertThat(race).contains("\"rounds\":3", "\"colour\":\"e2\""),
              start -> assertThat(start).contains("\"event\":\"start\",\"engine\":\"serial\""),
              sample ->
                  assertThat(sample)
                      .contains("\"done\":7", "\"pages_per_second\":42.5", "\"limit\":\"delay\"")
                      .doesNotContain("lag_ms"),
              end -> assertThat(end).contains("\"event\":\"end\""));
    }
  }

  @Test
  void whoWasCutOffGoesOnWhereItWas() throws IOException {
    watch.started("serial", 1);
    watch.started("virtual", 1);

    try (var socket = ask("GET", path + "events", "localhost", "Last-Event-ID: 1\r\n")) {
      assertThat(events(lines(socket), 1).getFirst()).contains("\"engine\":\"virtual\"");
    }
  }

  @Test
  void whatHappensIsToldWhileItHappens() throws IOException {
    try (var socket = ask("GET", path + "events", "localhost")) {
      var lines = lines(socket);
      events(lines, 1);
      watch.started("serial", 0);
      var start = events(lines, 1);
      watch.sampled("serial", 0, at(3));
      var sample = events(lines, 1);

      assertThat(start.getFirst()).contains("\"round\":0");
      assertThat(sample.getFirst()).contains("\"done\":3");
      assertThat(watch.noting(SIX.proven()).cautions()).last().asString().contains("--watch");
    }
  }

  @Test
  @Tag("spec:Q12")
  void theVerdictComesWithThePageAndIsTheLastThing() throws IOException {
    try (var socket = ask("GET", path + "events", "localhost")) {
      var lines = lines(socket);
      events(lines, 1);
      var early = answer("GET", path + "comparison", "localhost");
      watch.finished(SIX.spread(0.01).proven());
      var closing = CompletableFuture.runAsync(watch::close);
      var verdict = events(lines, 1).getFirst();
      var page = answer("GET", path + "comparison", "localhost");
      closing.join();

      assertThat(early).startsWith("HTTP/1.1 404 ");
      assertThat(verdict).contains("\"holds\":true", "\"headline\":\"virtual is the fastest\"");
      assertThat(page).startsWith("HTTP/1.1 200 ").contains("<h2>virtual is the fastest</h2>");
      assertThat(lines.lines()).noneMatch(line -> line.startsWith("data: "));
      assertThatIOException().isThrownBy(() -> answer("GET", path, "localhost"));
    }
  }

  @Test
  void aRaceThatIsBrokenOffHasNoVerdict() throws IOException {
    try (var socket = ask("GET", path + "events", "localhost")) {
      var lines = lines(socket);
      events(lines, 1);

      watch.close();

      assertThat(events(lines, 2)).containsExactly("{\"event\":\"broken\"}");
    }
  }

  @Test
  void whenNobodyWatchesTheEndIsNotWaitedFor() {
    var comparison = SIX.proven();
    watch.finished(comparison);

    watch.close();

    assertThat(watch.noting(comparison)).isSameAs(comparison);
    assertThatIOException().isThrownBy(() -> answer("GET", path, "localhost"));
  }

  @Test
  void aLongCrawlIsToldInLittleMoreThanAShortOne() {
    var thinning = new Thinning();

    long told = IntStream.range(0, 100_000).filter(_ -> thinning.takesNext()).count();

    assertThat(told).isBetween(2_000L, 3_000L);
  }
}
