package dev.crawler.cli.experiments.effort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What is counted of the engines that there are.
final class EngineCodeTest {
  private static final Path ROOT = Path.of(System.getProperty("crawler.root"));

  @Test
  void reachesWhatAnEngineIsMadeOfAndNothingOfOthers() throws IOException {
    var engines = EngineCode.in(ROOT);

    assertThat(engines)
        .extracting(EngineCode::engine)
        .containsExactly(
            "serial", "threads", "virtual", "futures", "callbacks", "vertx", "processes");
    assertThat(engines.getFirst().proper())
        .extracting(SourceFile::type)
        .containsExactlyInAnyOrder(
            "dev.crawler.threads.SerialEngine",
            "dev.crawler.threads.BlockingCrawl",
            "dev.crawler.threads.BlockingLoop",
            "dev.crawler.threads.Alarm",
            "dev.crawler.threads.Workload");
    for (var engine : engines) {
      assertThat(EngineCode.lines(engine.proper())).isGreaterThan(50);
      assertThat(EngineCode.lines(engine.client())).isGreaterThan(500);
      assertThat(engine.client())
          .extracting(SourceFile::type)
          .noneMatch(type -> type.contains("Event") && !engine.engine().equals("callbacks"));
    }
  }
}
