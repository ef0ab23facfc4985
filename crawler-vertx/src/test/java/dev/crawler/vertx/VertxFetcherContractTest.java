package dev.crawler.vertx;

import static dev.crawler.tck.fetcher.Fetching.PATIENT;
import static dev.crawler.tck.fetcher.Fetching.reason;
import static dev.crawler.tck.fetcher.Fetching.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.tck.fetcher.FetcherContract;
import dev.crawler.tck.fetcher.ScriptedServer;
import org.junit.jupiter.api.Test;

final class VertxFetcherContractTest extends FetcherContract {
  @Override
  public BlockingFetcher fetcher(HttpSettings settings, NameResolver resolver) {
    return new LoopFetcher(settings, resolver);
  }

  /// Closing the adapter ends its loop too, which then runs nothing. The fetcher alone is closed
  /// here, as it is in a crawl, whose loop outlives it.
  @Test
  @Override
  public void aFetchAfterTheEndIsCancelledAtOnceAndConnectsToNothing() throws Exception {
    try (var server = ScriptedServer.playing(peer -> peer.page("ok"));
        var fetcher = new LoopFetcher(PATIENT, NameResolver.SYSTEM)) {
      fetcher.closeFetcher();
      fetcher.closeFetcher();

      var result = fetcher.fetch(task(server.url("/")));

      assertThat(reason(result)).isEqualTo(FailureReason.CANCELLED);
      assertThat(server.connections()).isZero();
    }
  }
}
