package dev.crawler.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordOutcome;
import dev.crawler.core.record.Sink;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LookoutTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int LOOKS = 61;
  private static final PageRecord RECORD =
      new PageRecord(
          "http://a.example/waits",
          RecordOutcome.EXCLUDED,
          ExclusionReason.CANCELLED,
          null,
          OptionalInt.empty(),
          null,
          0,
          null,
          null,
          null,
          List.of(),
          new PageRecord.Trace(0, null, null, null));

  private final List<String> named = new ArrayList<>();
  private final Lookout lookout =
      Lookout.unstarted(
          TIMEOUT,
          new CrawlListener() {
            @Override
            public void stuck(CrawlUrl url, Duration since) {
              named.add(url + " " + since.toSeconds());
            }

            @Override
            public void outputBlocked(Duration since) {
              named.add("output " + since.toSeconds());
            }
          });

  private void look(int times) {
    for (int i = 0; i < times; i++) {
      lookout.look();
    }
  }

  private static FetchTask task(String path) {
    var link = Link.seed(CrawlUrl.of("http://a.example" + path));
    return new FetchTask(link, FetchTask.Purpose.PAGE, 1, false, false, "", true);
  }

  @Test
  void whatHasTakenTwiceTheTimeOfAFetchIsNamedOnce() {
    lookout.begun(task("/hangs"));
    look(LOOKS - 1);
    assertThat(named).isEmpty();

    look(LOOKS);

    assertThat(named).containsExactly("http://a.example/hangs 61");
  }

  @Test
  void whatIsOverIsForgottenAndItsNextAttemptIsAnother() {
    var first = task("/again");
    lookout.begun(first);
    look(LOOKS - 1);
    lookout.ended(first);
    lookout.begun(task("/again"));

    look(LOOKS - 1);

    assertThat(named).isEmpty();
  }

  @Test
  void anOutputThatTakesNothingIsNamedInPlaceOfAllThatWaitForIt() throws Exception {
    var inside = new CountDownLatch(1);
    var gate = new CountDownLatch(1);
    var sink = lookout.watching(new Gate(inside, gate));
    lookout.begun(task("/waits"));
    lookout.begun(task("/waits-too"));
    var writer = Thread.ofVirtual().start(() -> write(sink));
    inside.await();

    look(2 * LOOKS);
    gate.countDown();
    writer.join();
    look(2 * LOOKS);

    assertThat(named).containsExactly("output 61");
  }

  private static void write(Sink sink) {
    try {
      sink.write(RECORD);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private record Gate(CountDownLatch inside, CountDownLatch gate) implements Sink {
    @Override
    public void write(PageRecord page) throws IOException {
      inside.countDown();
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }
}
