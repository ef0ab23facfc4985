package dev.crawler.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crawler.core.session.CrawlReport;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EndingTest {
  private static final CrawlReport REPORT = new CrawlReport(1, 1, 0, 0, 0, 0, 1, false);

  private final List<String> closed = new CopyOnWriteArrayList<>();

  @Test
  void whatTheRunWasMadeOfIsClosedInOrderBeforeAnyoneIsTold() throws Exception {
    var ending = new Ending(() -> REPORT, () -> closed.add("first"), () -> closed.add("second"));

    ending.begin();

    assertThat(ending.isBegun()).isTrue();
    assertThat(ending.completion().toCompletableFuture().get(30, TimeUnit.SECONDS))
        .isEqualTo(REPORT);
    assertThat(closed).containsExactly("first", "second");
  }

  /// Threads are numbered in the order in which they are made.
  @Test
  void theThreadThatEndsItIsThereFromTheStart() {
    var closer = new CompletableFuture<Thread>();
    var ending = new Ending(() -> REPORT, () -> closer.complete(Thread.currentThread()));
    var later = Thread.ofPlatform().unstarted(() -> {});

    ending.begin();
    ending.await();

    assertThat(closer.join().threadId()).isLessThan(later.threadId());
  }

  @Test
  void theFirstEndCounts() {
    var full = new IOException("no space left");
    var ending = new Ending(() -> REPORT, () -> closed.add("once"));

    ending.beginWith(full);
    ending.begin();
    ending.beginWith(new IllegalStateException("later"));
    ending.await();

    assertThatThrownBy(() -> ending.completion().toCompletableFuture().get()).hasCause(full);
    assertThat(closed).containsExactly("once");
  }

  @Test
  void aPartThatDoesNotCloseKeepsNoneOpenAndIsTold() {
    var fault = new IllegalStateException("stuck");
    var ending =
        new Ending(
            () -> REPORT,
            () -> {
              throw fault;
            },
            () -> closed.add("second"));

    ending.begin();
    ending.await();

    assertThatThrownBy(() -> ending.completion().toCompletableFuture().get()).hasCause(fault);
    assertThat(closed).containsExactly("second");
  }
}
