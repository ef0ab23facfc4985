package dev.crawler.processes.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class AtOnceTest {
  @Timeout(60)
  @Test
  void allAreDoneAtTheSameTime() {
    var all = new CyclicBarrier(100);
    Set<Integer> done = ConcurrentHashMap.newKeySet();

    AtOnce.forEach(
        IntStream.range(0, 100).boxed().toList(),
        number -> {
          await(all);
          done.add(number);
        });

    assertThat(done).hasSize(100);
  }

  @Test
  void whatOneThrowsIsThrownWhenAllAreDone() {
    Set<Integer> done = ConcurrentHashMap.newKeySet();

    assertThatThrownBy(() ->
            AtOnce.forEach(
                List.of(1, 2, 3),
                number -> {
                  done.add(number);
                  if (number == 2) {
                    throw new IllegalStateException("two");
                  }
                }))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("two");
    assertThat(done).containsExactlyInAnyOrder(1, 2, 3);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
