package dev.crawler.tck.fetcher;

import static dev.crawler.tck.fetcher.Fetching.BRIEF;
import static dev.crawler.tck.fetcher.Fetching.QUICK;
import static dev.crawler.tck.fetcher.Fetching.reason;
import static dev.crawler.tck.fetcher.Fetching.settings;
import static dev.crawler.tck.fetcher.Fetching.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Names are looked up once, in time, and never for an address.
interface NameContract extends FetcherUnderTest {
  @Tag("spec:W1")
  @Test
  default void anUnknownNameIsNotAskedForTwice() {
    var asked = new AtomicInteger();
    NameResolver empty =
        host -> {
          asked.incrementAndGet();
          throw new UnknownHostException(host);
        };
    try (var fetcher = fetcher(QUICK, empty)) {
      var url = CrawlUrl.of("http://nowhere.example/");

      var results = Stream.of(1, 2, 3).map(_ -> fetcher.fetch(task(url))).toList();

      assertThat(results)
          .allSatisfy(result -> assertThat(reason(result)).isEqualTo(FailureReason.DNS));
      assertThat(asked).hasValue(1);
    }
  }

  @Test
  default void aDotAtTheEndOfANameIsNotPartOfIt() throws Exception {
    try (var server = ScriptedServer.playing(peer -> peer.page("ok"));
        var fetcher =
            fetcher(
                QUICK,
                host -> {
                  assertThat(host).isEqualTo("named.example");
                  return List.of(InetAddress.ofLiteral("127.0.0.1"));
                })) {

      fetcher.fetch(task(CrawlUrl.of("http://named.example.:" + server.port() + "/")));

      assertThat(server.requests())
          .singleElement()
          .asString()
          .contains("\r\nHost: named.example.:" + server.port() + "\r\n");
    }
  }

  @Tag("spec:W2")
  @Test
  default void aNameServerThatFailsIsToldFromANameThatHasNoAddress() {
    NameResolver failing =
        host -> {
          throw new IOException("SERVFAIL for " + host);
        };
    try (var fetcher = fetcher(QUICK, failing)) {

      var result = fetcher.fetch(task(CrawlUrl.of("http://any.example/")));

      assertThat(reason(result)).isEqualTo(FailureReason.LOOK_UP);
      assertThat(FailureReason.LOOK_UP.label()).isEqualTo("dns");
    }
  }

  @Test
  default void aFaultOfTheResolverIsInternal() {
    try (var fetcher =
        fetcher(
            QUICK,
            _ -> {
              throw new IllegalStateException("broken");
            })) {

      var result = fetcher.fetch(task(CrawlUrl.of("http://any.example/")));

      assertThat(reason(result)).isEqualTo(FailureReason.INTERNAL);
    }
  }

  @Tag("spec:W2")
  @Test
  default void aLookUpThatHangsHoldsOneThreadAndEndsInTime() {
    var never = new CountDownLatch(1);
    var asked = new AtomicInteger();
    try (var fetcher =
        fetcher(
            settings(BRIEF, 99),
            host -> {
              asked.incrementAndGet();
              awaitQuietly(never);
              return List.of();
            })) {

      var results =
          List.of(
              fetcher.fetch(task(CrawlUrl.of("http://hangs.example/1"))),
              fetcher.fetch(task(CrawlUrl.of("http://hangs.example/2"))));

      assertThat(results)
          .allSatisfy(result -> assertThat(reason(result)).isEqualTo(FailureReason.LOOK_UP));
      assertThat(asked).hasValue(1);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
