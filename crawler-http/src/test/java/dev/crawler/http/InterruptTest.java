package dev.crawler.http;

import static dev.crawler.tck.fetcher.Fetching.PATIENT;
import static dev.crawler.tck.fetcher.Fetching.reason;
import static dev.crawler.tck.fetcher.Fetching.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.tck.fetcher.Peer;
import dev.crawler.tck.fetcher.ScriptedServer;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What an interrupt does to the client that has its caller wait.
@Timeout(60)
final class InterruptTest {
  @Test
  void anInterruptEndsAFetchOnAVirtualThreadAndStaysSet() throws Exception {
    try (var server = ScriptedServer.playing(Peer::readThenHold);
        var fetcher = fetcher()) {
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
        var fetcher = fetcher()) {
      Thread.currentThread().interrupt();

      var result = fetcher.fetch(task(server.url("/")));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(reason(result)).isEqualTo(FailureReason.CANCELLED);
      assertThat(server.connections()).isZero();
    }
  }

  private static ApacheFetcher fetcher() {
    return ApacheFetcher.of(PATIENT, NameResolver.SYSTEM, InstantSource.system(), 8);
  }
}
