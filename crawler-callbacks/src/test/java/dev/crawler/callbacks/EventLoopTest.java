package dev.crawler.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.session.CrawlListener;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class EventLoopTest {
  private final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
  private final Queue<Thread> used = new ConcurrentLinkedQueue<>();

  /// Threads are numbered in the order in which they are made.
  @Test
  void allItsThreadsAreThereFromTheStart() {
    var loop = new EventLoop(CrawlListener.NONE, faults::add);
    var later = Thread.ofPlatform().unstarted(() -> {});

    loop.turn(() -> used.add(Thread.currentThread()));
    loop.aside(() -> used.add(Thread.currentThread()));
    loop.close();

    assertThat(used).hasSize(2).allMatch(thread -> thread.threadId() < later.threadId());
    assertThat(faults).isEmpty();
  }
}
