package dev.crawler.processes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.Link;
import dev.crawler.core.session.Dispatch;
import dev.crawler.core.url.CrawlUrl;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InboxTest {
  private final LinkedBlockingQueue<List<Dispatch>> read = new LinkedBlockingQueue<>();

  @Test
  void whatIsAddedIsReadInOrder() throws Exception {
    try (var inbox = new Inbox(read::add)) {
      inbox.add(List.of(found("a"), found("b")));
      inbox.start();

      assertThat(read.poll(10, TimeUnit.SECONDS)).containsExactly(found("a"), found("b"));
    }
  }

  @Test
  void itIsNotEmptyWhileSomethingIsBeingRead() throws Exception {
    var reading = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    var inbox =
        new Inbox(batch -> {
          reading.countDown();
          await(done);
          read.add(batch);
        });
    inbox.start();
    assertThat(inbox.isEmpty()).isTrue();

    inbox.add(List.of(found("a")));
    await(reading);
    boolean emptyMeanwhile = inbox.isEmpty();
    done.countDown();
    inbox.add(List.of(found("b")));

    assertThat(emptyMeanwhile).isFalse();
    assertThat(read.poll(10, TimeUnit.SECONDS)).containsExactly(found("a"));
    assertThat(read.poll(10, TimeUnit.SECONDS)).containsExactly(found("b"));
    inbox.close();
  }

  @Test
  void aClosedOneReadsNothingMore() throws Exception {
    var inbox = new Inbox(read::add);
    inbox.close();
    inbox.add(List.of(found("a")));
    inbox.start();

    assertThat(read.poll(200, TimeUnit.MILLISECONDS)).isNull();
  }

  private static Dispatch found(String path) {
    return new Dispatch.Found(Link.seed(CrawlUrl.of("http://ex.com/" + path)));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
