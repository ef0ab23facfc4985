package dev.crawler.cli.experiments.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crawler.cli.compare.result.Machine;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ObservationsJsonTest {
  private static final Machine MACHINE =
      new Machine(2, 1L << 34, "Linux", "a \"model\"", "25", List.of("-Xmx1g"), 0.25);

  private static final Observations SEEN =
      new Observations(
          "little",
          Instant.parse("2026-11-29T01:02:03Z"),
          "crawler experiments little",
          MACHINE,
          7,
          false,
          List.of(
              point(true, List.of()),
              point(false, List.of("vertx differs from virtual at http://a/: no record"))),
          new Rows(
              List.of(
                  Row.of("crawl")
                      .with("engine", "virtual")
                      .with("round", 1)
                      .with("rate", 1234.5678),
                  Row.of("sample").with("ms", 100).with("rate", 0.000123456789))));

  @Test
  void whatIsWrittenIsReadAgain() {
    var read = ObservationsReader.read(ObservationsJson.of(SEEN));

    assertThat(read).isEqualTo(SEEN);
    assertThat(ObservationsJson.of(read)).isEqualTo(ObservationsJson.of(SEEN));
  }

  @Test
  void eachRowIsALineOfSixDigits() {
    var lines = ObservationsJson.of(SEEN).lines().toList();

    assertThat(lines)
        .contains(
            "{\"kind\":\"crawl\",\"engine\":\"virtual\",\"round\":1,\"rate\":1234.57},",
            "{\"kind\":\"sample\",\"ms\":100,\"rate\":1.23457E-4}");
  }

  @Test
  void namesThatAreNotKnownAreSkipped() {
    var later =
        ObservationsJson.of(SEEN).replaceFirst("\"seed\"", "\"new\": [{\"a\": 1}], \"seed\"");

    assertThat(ObservationsReader.read(later)).isEqualTo(SEEN);
  }

  @Test
  void anotherVersionIsRefused() {
    var other = ObservationsJson.of(SEEN).replaceFirst("\"schema\": 1", "\"schema\": 2");

    assertThatThrownBy(() -> ObservationsReader.read(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another version");
  }

  @Test
  void whatIsNoJsonIsRefused() {
    assertThatThrownBy(() -> ObservationsReader.read("{\"schema\": 1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Point point(boolean isEqual, List<String> differences) {
    return new Point(
        Row.empty().with("latency_ms", 10),
        List.of("virtual", "vertx"),
        2,
        List.of("--hosts=3"),
        List.of("--depth=0"),
        List.of("-Xmx1g"),
        isEqual,
        4,
        60,
        "abc",
        63,
        3.5,
        differences);
  }
}
