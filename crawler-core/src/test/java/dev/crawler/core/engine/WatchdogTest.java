package dev.crawler.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.core.url.CrawlUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchdogTest {
  private static final Instant START = Instant.EPOCH;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final List<String> named = new ArrayList<>();
  private final List<FetchResult> answers = new ArrayList<>();
  private final Watchdog watchdog =
      new Watchdog(
          TIMEOUT,
          new CrawlListener() {
            @Override
            public void stuck(CrawlUrl url, Duration since) {
              named.add(url + " " + since.toSeconds());
            }
          });

  @Test
  void aCallIsLostAfterTwiceTheTimeOfAFetchAndReportedOnce() {
    watchdog.watch(call("/lost", START));
    watchdog.watch(call("/later", START.plusSeconds(40)));

    watchdog.look(START.plusSeconds(60));
    assertThat(named).isEmpty();

    watchdog.look(START.plusSeconds(61));
    watchdog.look(START.plusSeconds(62));

    assertThat(named).containsExactly("http://a.example/lost 61");
    assertThat(answers)
        .singleElement()
        .isInstanceOfSatisfying(
            FetchResult.Unreachable.class,
            lost -> assertThat(lost.reason()).isEqualTo(FailureReason.INTERNAL));
  }

  @Test
  void aCallWhoseHandlingHangsIsNotAnsweredAgain() {
    var call = call("/hangs", START);
    watchdog.watch(call);
    call.accept(new FetchResult.Forbidden("127.0.0.1", trace()));

    watchdog.look(START.plusSeconds(61));

    assertThat(named).isEmpty();
    assertThat(answers).hasSize(1);
  }

  @Test
  void aCallThatIsAbsorbedIsForgotten() {
    var call = call("/done", START);
    watchdog.watch(call);

    watchdog.release(call);
    watchdog.look(START.plusSeconds(1_000));

    assertThat(named).isEmpty();
  }

  private Call call(String path, Instant since) {
    var link = Link.seed(CrawlUrl.of("http://a.example" + path));
    var task = new FetchTask(link, FetchTask.Purpose.PAGE, 1, false, false, "", true);
    return new Call(task, since, (_, result) -> answers.add(result));
  }

  private static FetchResult.Trace trace() {
    return new FetchResult.Trace(START, Duration.ZERO, "");
  }
}
