package dev.crawler.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crawler.core.engine.CrawlContext;
import dev.crawler.core.engine.CrawlFailedException;
import dev.crawler.core.engine.CrawlRun;
import dev.crawler.core.engine.MonotonicClock;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.Sink;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.core.url.HostKey;
import dev.crawler.tck.fetcher.Peer;
import dev.crawler.tck.fetcher.ScriptedServer;
import dev.crawler.vertx.loop.EventLoop;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What an event loop can do wrong: swallow an exception, block, be held up by one page.
@Timeout(60)
class VertxCrawlTest {
  private static final String BUSY =
      "HTTP/1.1 503 Busy\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n";

  private final CollectedRecords records = new CollectedRecords();

  @Test
  void aFaultInATurnEndsTheRunInsteadOfHangingIt() throws Exception {
    var fault = new IllegalStateException("a broken session, say");
    try (var server = ScriptedServer.playing(peer -> peer.answer(BUSY));
        var run =
            crawl(
                List.of(server.url("/").href()),
                records,
                new CrawlListener() {
                  @Override
                  public void hostPaused(HostKey host, Duration pause) {
                    throw fault;
                  }
                })) {

      assertThatThrownBy(run::await).isInstanceOf(CrawlFailedException.class).hasCause(fault);
    }
  }

  @Test
  void aBlockedLoopIsReportedByName() throws Exception {
    var blocked = new CompletableFuture<String>();
    var listener =
        new CrawlListener() {
          @Override
          public void hostPaused(HostKey host, Duration pause) {
            assertThat(Thread.currentThread().getName()).isEqualTo(EventLoop.NAME);
            blocked.orTimeout(50, TimeUnit.SECONDS).join();
          }

          @Override
          public void loopBlocked(String loop, Duration since) {
            blocked.complete(loop);
          }
        };
    try (var server = ScriptedServer.playing(peer -> peer.answer(BUSY), Peer::servePages);
        var run = crawl(List.of(server.url("/").href()), records, listener)) {

      run.await();

      assertThat(blocked).isCompletedWithValue(EventLoop.NAME);
      assertThat(run.lag().orElseThrow().worst()).isGreaterThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void aPageThatIsLongInHandlingHoldsUpNoOtherHost() throws Exception {
    var others = new CountDownLatch(40);
    Sink sink =
        page -> {
          if (page.url().endsWith("/poison")) {
            awaitPatiently(others);
          }
          records.write(page);
          others.countDown();
        };
    try (var poisonous = ScriptedServer.playing(Peer::servePages);
        var server = ScriptedServer.playing(Peer::servePages)) {
      var seeds =
          Stream.concat(
                  Stream.of(poisonous.url("/poison")),
                  IntStream.range(0, 40).mapToObj(i -> server.url("/" + i)))
              .map(url -> url.href())
              .toList();

      try (var run = crawl(seeds, sink, CrawlListener.NONE)) {
        run.await();
      }

      assertThat(records.records())
          .hasSize(41)
          .last()
          .extracting(PageRecord::url)
          .isEqualTo(seeds.getFirst());
    }
  }

  @Test
  void closingEndsAThousandFetchesInFlight() throws Exception {
    try (var server = ScriptedServer.playing(Peer::readThenHold)) {
      var seeds = IntStream.range(0, 1_000).mapToObj(i -> server.url("/" + i).href()).toList();
      var run = crawl(seeds, records, CrawlListener.NONE);
      while (server.requests().size() < 1_000) {
        Thread.onSpinWait(); // until the timeout of the class
      }

      run.close();

      assertThat(records.records()).hasSize(1_000);
      while (server.openConnections() > 0) {
        Thread.onSpinWait(); // until the timeout of the class
      }
    }
  }

  private static CrawlRun crawl(List<String> seeds, Sink sink, CrawlListener listener) {
    var plan =
        CrawlPlan.of(seeds)
            .politeness(new Politeness(1_000, Duration.ZERO, Duration.ZERO, false))
            .limits(
                new Limits(
                    1_000, OptionalLong.empty(), OptionalInt.empty(), 10, 1, Duration.ofMillis(1)))
            .build();
    var context = new CrawlContext(sink, listener, MonotonicClock.start(), NameResolver.SYSTEM);
    return new VertxEngine().start(plan, context);
  }

  private static void awaitPatiently(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(50, TimeUnit.SECONDS)) {
        throw new IOException("held up");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
