package dev.crawler.vertx.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.session.CrawlListener;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
final class EventLoopTest {
  private final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();

  @Test
  void aWorkerThatCannotBeHadFailsItsFutureAndHoldsUpNoEnd() {
    try (var loop = new EventLoop(CrawlListener.NONE, faults::add)) {
      loop.context().owner().close().await();

      var future = loop.aside(() -> true);

      assertThat(future.failed()).isTrue();
    }
    assertThat(faults).isEmpty();
  }
}
