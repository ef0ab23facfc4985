package dev.crawler.cli.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.compare.result.Machine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CalmTest {
  private final List<Duration> waited = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  @Test
  void aMachineWithoutOtherWorkIsNotWaitedFor() throws InterruptedException {
    assertThat(await(DoubleStream.of(0.9)).load()).isEqualTo(0.9);
    assertThat(waited).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void itIsWaitedForUntilItsLoadHasFallen() throws InterruptedException {
    assertThat(await(DoubleStream.of(5, 2, 1, 0.5)).load()).isEqualTo(1);
    assertThat(waited).hasSize(2);
    assertThat(told).hasSize(1);
  }

  @Test
  void onlyForAWhile() throws InterruptedException {
    assertThat(await(DoubleStream.generate(() -> 5)).isBusy()).isTrue();
    assertThat(waited.stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofMinutes(3));
  }

  private Machine await(DoubleStream loads) throws InterruptedException {
    Iterator<Double> next = loads.iterator();
    return new Calm(
            () -> new Machine(2, 0, "", "", "", List.of(), next.next()), waited::add, told::add)
        .await();
  }
}
