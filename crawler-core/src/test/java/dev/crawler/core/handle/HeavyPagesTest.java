package dev.crawler.core.handle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HeavyPagesTest {
  @Tag("spec:C5")
  @Test
  void onlySoManyAreInsideAtOnce() throws InterruptedException {
    var heavy = new HeavyPages(3);
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    var threads = new ArrayList<Thread>();

    for (int i = 0; i < 200; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                heavy.enter();
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.yield();
                inside.decrementAndGet();
                heavy.leave();
              }));
    }
    for (var thread : threads) {
      thread.join();
    }

    assertThat(most.get()).isBetween(1, 3);
    assertThat(inside).hasValue(0);
  }

  @Test
  void anInterruptIsKeptWhileWaiting() throws InterruptedException {
    var heavy = new HeavyPages(1);
    heavy.enter();
    var kept = new AtomicInteger();
    var waiter =
        Thread.ofPlatform()
            .start(() -> {
              heavy.enter();
              kept.set(Thread.currentThread().isInterrupted() ? 1 : -1);
              heavy.leave();
            });

    waiter.interrupt();
    heavy.leave();
    waiter.join();

    assertThat(kept).hasValue(1);
  }
}
