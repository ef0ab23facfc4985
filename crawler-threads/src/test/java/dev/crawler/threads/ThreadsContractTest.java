package dev.crawler.threads;

import dev.crawler.core.engine.CrawlEngine;
import dev.crawler.tck.contract.EngineContract;

class ThreadsContractTest extends EngineContract {
  @Override
  public CrawlEngine engine() {
    return new ThreadsEngine();
  }
}
