package dev.crawler.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlFailedException;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.engine.MonotonicClock;
import dev.crawler.core.fetch.CallbackFetcher;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.plan.UserAgent;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.core.url.CrawlUrl;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What callbacks can do wrong: not come, come twice, throw, block.
@Timeout(60)
class CallbackCrawlTest {
  private static final FetchResult PAGE =
      new FetchResult.Response(
          200,
          Headers.of("Content-Type", "text/html"),
          "<p>fine".getBytes(StandardCharsets.US_ASCII),
          false,
          new FetchResult.Trace(Instant.EPOCH, Duration.ZERO, "192.0.2.1"));

  private final CollectedRecords records = new CollectedRecords();
  private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final CountDownLatch unblocked = new CountDownLatch(1);

  @Test
  void aCallbackThatNeverComesIsNamedAndCostsThatUrlAlone() throws Exception {
    var run =
        crawl((task, callback) -> {
          if (!task.link().url().path().equals("/lost")) {
            callback.accept(PAGE);
          }
        });

    var report = run.await();

    assertThat(report.records()).isEqualTo(2);
    assertThat(heard).containsExactly("http://a.example/lost");
    assertThat(records.records())
        .filteredOn(page -> page.url().endsWith("/lost"))
        .singleElement()
        .satisfies(page -> assertThat(page.error()).isEqualTo("the client never called back"));
  }

  @Test
  void aCallbackThatComesTwiceCountsOnce() throws Exception {
    var run =
        crawl((task, callback) -> {
          callback.accept(PAGE);
          callback.accept(PAGE);
        });

    var report = run.await();

    assertThat(report.records()).isEqualTo(2);
    assertThat(records.records()).extracting(PageRecord::url).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void aClientThatThrowsEndsTheCrawlInsteadOfHangingIt() {
    var fault = new IllegalStateException("broken client");
    var run =
        crawl((task, callback) -> {
          throw fault;
        });

    assertThatThrownBy(run::await).isInstanceOf(CrawlFailedException.class).hasCause(fault);
  }

  @Test
  void aBlockedLoopIsReportedByName() throws Exception {
    var run =
        crawl((task, callback) -> {
          try {
            callback.accept(PAGE);
            assertThat(unblocked.await(50, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    run.await();

    assertThat(heard).contains("loop " + EventLoop.NAME);
    assertThat(run.lag().orElseThrow().worst()).isGreaterThan(Duration.ofSeconds(1));
  }

  private CrawlRun crawl(BiConsumer<FetchTask, Consumer<FetchResult>> client) {
    var brief = Duration.ofMillis(100);
    var http = new HttpSettings(brief, brief, 1 << 20, UserAgent.DEFAULT, Headers.NONE, true);
    var plan =
        CrawlPlan.of(List.of("http://a.example/fine", "http://a.example/lost"))
            .politeness(new Politeness(8, Duration.ZERO, Duration.ZERO, false))
            .http(http)
            .build();
    var context =
        new CrawlContext(records, new Hearing(), MonotonicClock.start(), NameResolver.SYSTEM);
    return CallbackCrawl.start(plan, context, () -> fetcher(client));
  }

  private static CallbackFetcher fetcher(BiConsumer<FetchTask, Consumer<FetchResult>> client) {
    return new CallbackFetcher() {
      @Override
      public void fetch(FetchTask task, Consumer<FetchResult> callback) {
        client.accept(task, callback);
      }

      @Override
      public void close() {}
    };
  }

  private final class Hearing implements CrawlListener {
    @Override
    public void stuck(CrawlUrl url, Duration since) {
      heard.add(url.toString());
    }

    @Override
    public void loopBlocked(String loop, Duration since) {
      heard.add("loop " + loop);
      unblocked.countDown();
    }
  }
}
