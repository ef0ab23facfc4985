package dev.crawler.cli.experiments.effort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.engine.CrawlEngines;
import dev.crawler.tck.fetcher.Peer;
import dev.crawler.tck.fetcher.ScriptedServer;
import org.junit.jupiter.api.Test;

final class TraceTest {
  @Test
  void aThreadThatBlocksHasTheStageOnItsStack() throws Exception {
    try (var server = ScriptedServer.playing(Peer::servePages)) {
      var trace = Trace.ofHandling(CrawlEngines.named("serial"), server.url("/").href());

      assertThat(trace.frames()).isNotEmpty();
      assertThat(trace.stages()).contains("BlockingCrawl.fetch", "BlockingLoop.work");
      assertThat(trace.told()).contains("on purpose");
    }
  }
}
