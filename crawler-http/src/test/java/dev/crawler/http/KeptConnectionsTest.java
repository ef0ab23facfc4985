package dev.crawler.http;

import static dev.crawler.tck.fetcher.Fetching.QUICK;
import static dev.crawler.tck.fetcher.Fetching.task;
import static dev.crawler.tck.fetcher.Fetching.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.tck.fetcher.AwaitedFetcher;
import dev.crawler.tck.fetcher.Peer;
import dev.crawler.tck.fetcher.ScriptedServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Which connections are kept.
@Timeout(60)
final class KeptConnectionsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void beyondTheirNumberTheOneThatHasWaitedLongestIsClosed() throws Exception {
    var servers = new ArrayList<ScriptedServer>();
    try (var fetcher = fetcher()) {
      for (int i = 0; i < 9; i++) {
        servers.add(ScriptedServer.playing(Peer::servePages));
        fetcher.fetch(task(servers.getLast().url("/1")));
      }
      assertThat(servers.getFirst().awaitNobody(PATIENCE)).isTrue();

      for (var server : servers.reversed()) {
        fetcher.fetch(task(server.url("/2")));
      }

      assertThat(servers.subList(1, 9)).extracting(ScriptedServer::connections).containsOnly(1);
      assertThat(servers.getFirst().connections()).isEqualTo(2);
    } finally {
      for (var server : servers) {
        server.close();
      }
    }
  }

  @Test
  void whatComesWhileAConnectionIsIdleEndsIt() throws Exception {
    try (var server =
            ScriptedServer.playing(
                peer -> {
                  peer.page("first");
                  peer.send("x");
                  peer.hold();
                },
                peer -> peer.page("second"));
        var fetcher = fetcher()) {

      assertThat(text(fetcher.fetch(task(server.url("/1"))))).isEqualTo("first");
      assertThat(server.awaitNobody(PATIENCE)).isTrue();

      assertThat(text(fetcher.fetch(task(server.url("/2"))))).isEqualTo("second");
      assertThat(server.requests()).hasSize(2);
    }
  }

  private static BlockingFetcher fetcher() {
    return new AwaitedFetcher(
        ApacheCallbackFetcher.of(QUICK, NameResolver.SYSTEM, InstantSource.system(), 8));
  }
}
