package dev.crawler.core.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HeavyBodiesTest {
  @Tag("spec:C5")
  @Tag("promise:P11")
  @Test
  void theNextOneWaitsUntilOneHasLeft() throws InterruptedException {
    var heavy = new HeavyBodies(3);
    heavy.enter();
    heavy.enter();
    heavy.enter();
    var fourth = Thread.ofPlatform().start(heavy::enter);

    boolean inside = fourth.join(Duration.ofMillis(50));
    heavy.leave();
    boolean insideLater = fourth.join(Duration.ofMinutes(1));

    assertThat(inside).isFalse();
    assertThat(insideLater).isTrue();
  }

  @Test
  void anInterruptIsKeptWhileWaiting() throws InterruptedException {
    var heavy = new HeavyBodies(1);
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
