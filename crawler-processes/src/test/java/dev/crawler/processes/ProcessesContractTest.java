package dev.crawler.processes;

import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.tck.contract.EngineContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// Two workers in this JVM.
class ProcessesContractTest extends EngineContract {
  private static InnerClusters clusters;

  @BeforeAll
  static void start(@TempDir Path folder) {
    clusters = new InnerClusters(2, folder);
  }

  @AfterAll
  static void end() {
    clusters.close();
  }

  @Override
  public CrawlEngine engine() {
    return clusters.engine();
  }

  /// Workers write to files of their own, which are put together in the end.
  @Override
  public boolean recordsAsItGoes() {
    return false;
  }

  @Override
  public int reachedOf(int concurrency) {
    return concurrency * 4 / 5;
  }

  @Override
  public boolean knowsEarlierCrawls() {
    return false;
  }
}
