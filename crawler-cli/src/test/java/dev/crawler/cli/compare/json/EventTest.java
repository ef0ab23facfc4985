package dev.crawler.cli.compare.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crawler.cli.compare.result.EngineRun.Percentile;
import dev.crawler.cli.compare.result.Quantity;
import dev.crawler.cli.compare.result.Sample;
import dev.crawler.core.session.Progress.Limit;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final EventWriter writer =
      new EventWriter(new PrintStream(bytes, true, StandardCharsets.UTF_8), "virtual", 2);

  @Test
  void whatIsWrittenIsRead() {
    var sample = new Sample(400, 12, 30, 6, 55.5, 21, 1.25, 800, 1 << 20, Limit.PER_HOST);
    var first = Instant.parse("2026-01-02T03:04:05.678Z");
    var curve = List.of(new Percentile(50, 1.5), new Percentile(100, 20));

    writer.start();
    writer.sample(sample);
    writer.end(Map.of(Quantity.PAGES, 12.0), curve, Optional.of(first), first.plusSeconds(1));

    var events = bytes.toString(StandardCharsets.UTF_8).lines().map(Event::of).toList();
    assertThat(events).hasSize(3);
    assertThat(events.get(0)).isEqualTo(new Event.Start());
    assertThat(events.get(1)).isEqualTo(new Event.Sample(sample));
    assertThat(events.get(2))
        .isInstanceOfSatisfying(
            Event.End.class,
            end -> {
              assertThat(end.measured().of(Quantity.PAGES)).hasValue(12);
              assertThat(end.measured().of(Quantity.THREADS)).isEmpty();
              assertThat(end.curve()).isEqualTo(curve);
              assertThat(end.firstFetchAt()).contains(first);
              assertThat(end.endedAt()).isEqualTo(first.plusSeconds(1));
            });
  }

  @Test
  void aLineTellsWhoseItIs() {
    writer.start();

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo("{\"event\":\"start\",\"engine\":\"virtual\",\"round\":2}%n".formatted());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "[]", "{}", "{\"event\":\"other\"}", "{\"event\":\"start\""})
  void whatIsNoEventIsRefused(String line) {
    assertThatIllegalArgumentException().isThrownBy(() -> Event.of(line));
  }
}
