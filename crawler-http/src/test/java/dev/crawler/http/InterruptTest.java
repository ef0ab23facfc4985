package dev.crawler.http;

import static dev.crawler.http.Fetching.reason;
import static dev.crawler.http.Fetching.settings;
import static dev.crawler.http.Fetching.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.plan.HttpSettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What an interrupt does to the client that has its caller wait.
@Timeout(60)
final class InterruptTest {
  private static final HttpSettings PATIENT = settings(Duration.ofSeconds(50), 99_999);

  @Test
  void anInterruptEndsAFetchOnAVirtualThreadAndStaysSet() throws Exception {
    try (var server = ScriptedServer.playing(Peer::readThenHold);
        var fetcher = Client.BLOCKING.fetcher(PATIENT)) {
      var result = new CompletableFuture<FetchResult>();
      var interrupted = new CompletableFuture<Boolean>();
      var thread =
          Thread.ofVirtual()
              .start(() -> {
                result.complete(fetcher.fetch(task(server.url("/"))));
                interrupted.complete(Thread.currentThread().isInterrupted());
              });
      while (server.requests().isEmpty()) {
        Thread.onSpinWait(); // until the timeout of the class
      }

      thread.interrupt();

      assertThat(reason(result.get(20, TimeUnit.SECONDS))).isEqualTo(FailureReason.CANCELLED);
      assertThat(interrupted.get()).isTrue();
    }
  }

  @Test
  void anInterruptedThreadFetchesNothing() throws Exception {
    try (var server = ScriptedServer.playing(peer -> peer.page("ok"));
        var fetcher = Client.BLOCKING.fetcher(PATIENT)) {
      Thread.currentThread().interrupt();

      var result = fetcher.fetch(task(server.url("/")));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(reason(result)).isEqualTo(FailureReason.CANCELLED);
      assertThat(server.connections()).isZero();
    }
  }
}
